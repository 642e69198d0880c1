/** Where an object is found: at an offset in the file, or at a place in an object stream. */
export type Finding = { readonly offset: number } | { readonly stream: number; readonly place: number };

// One byte for the kind of a finding, four for its offset or stream, two for its place.
const rowLength = 7;
// Of the predictors of PNG, the one that takes each byte from the byte above it.
const up = 2;

/** How a reader is told of the form of the table (ISO 32000-1, 7.5.8). */
export const tableParameters = `/W [1 4 2] /DecodeParms <</Predictor 12 /Columns ${rowLength}>>`;

/**
 * The rows of a table of objects for the numbers from `first` to `last`, each as what changes from the row before, which
 * is hardly anything and packs well. Numbers under which nothing was found are free.
 */
export function tableRows(first: number, last: number, found: ReadonlyMap<number, Finding>): Buffer {
  const rows = Buffer.alloc((last - first + 2) * rowLength);
  // The first row of all has none before it: it counts from nothing.
  if (first > 0) writeRow(rows, 0, found.get(first - 1));
  for (let number = first; number <= last; number++) {
    writeRow(rows, (number - first + 1) * rowLength, found.get(number));
  }
  return differences(rows);
}

function writeRow(rows: Buffer, at: number, finding: Finding | undefined): void {
  // Free, and never to be used again.
  if (finding === undefined) rows.writeUInt16BE(0xffff, at + 5);
  else if ('stream' in finding) {
    rows[at] = 2;
    rows.writeUInt32BE(finding.stream, at + 1);
    rows.writeUInt16BE(finding.place, at + 5);
  } else {
    rows[at] = 1;
    rows.writeUInt32BE(finding.offset, at + 1);
  }
}

/** What changes from each row to the next, behind the mark of the predictor. */
function differences(rows: Buffer): Buffer {
  const written = Buffer.alloc((rows.length / rowLength - 1) * (rowLength + 1));
  for (let at = rowLength, to = 0; at < rows.length; at += rowLength) {
    written[to++] = up;
    for (let i = at; i < at + rowLength; i++) written[to++] = rows[i]! - rows[i - rowLength]!;
  }
  return written;
}
