/** Where an object is found: at an offset in the file, or at a place in an object stream. */
export type Finding = { readonly offset: number } | { readonly stream: number; readonly place: number };

// One byte for the kind of a finding, four for its offset or stream, two for its place.
const rowLength = 7;
// Of the predictors of PNG, the one that takes each byte from the byte above it.
const up = 2;

/**
 * The table of objects as a reader wants it (ISO 32000-1, 7.5.8): row by row by number, each row as what changes from
 * the one before, which is hardly anything and packs well.
 */
export class FindingTable {
  static readonly parameters = `/W [1 4 2] /DecodeParms <</Predictor 12 /Columns ${rowLength}>>`;
  readonly #rows: Buffer[] = [];
  #last: Buffer;

  /** A table from its start, which is the row of number 0; or rows that follow on another one. */
  constructor(behind?: { readonly finding: Finding | undefined }) {
    this.#last = behind ? rowOf(behind.finding) : Buffer.alloc(rowLength);
    if (!behind) this.#push(rowOf(undefined));
  }

  /** Adds the rows of the numbers from `first` to `last`; those that were not found are free. */
  add(first: number, last: number, found: ReadonlyMap<number, Finding>): void {
    for (let number = first; number <= last; number++) this.#push(rowOf(found.get(number)));
  }

  get content(): Buffer {
    return Buffer.concat(this.#rows);
  }

  #push(row: Buffer): void {
    const before = this.#last;
    this.#rows.push(Buffer.from([up, ...row.map((byte, at) => byte - before[at]!)]));
    this.#last = row;
  }
}

function rowOf(finding: Finding | undefined): Buffer {
  const row = Buffer.alloc(rowLength);
  // Free, and never to be used again.
  if (finding === undefined) row.writeUInt16BE(0xffff, 5);
  else if ('stream' in finding) {
    row.writeUInt8(2, 0);
    row.writeUInt32BE(finding.stream, 1);
    row.writeUInt16BE(finding.place, 5);
  } else {
    row.writeUInt8(1, 0);
    row.writeUInt32BE(finding.offset, 1);
  }
  return row;
}
