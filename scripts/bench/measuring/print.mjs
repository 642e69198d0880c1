/** The parts as text: a table each, then its ratios beside what they are held to. */
export function printPart({ title, about, columns, rows, ratios, missing }) {
  return [
    '',
    `${title} (${about})`,
    ...printTable([columns, ...rows]),
    ...ratios.map(printRatio),
    ...missing.map(({ what, installedBy }) => `  SKIPPED: ${what} not found; '${installedBy}' installs it`),
  ].join('\n');
}

/** Whether a ratio meets its target; undefined where it has none. */
export function meets({ value, atLeast, atMost }) {
  if (atLeast !== undefined) return value >= atLeast;
  return atMost === undefined ? undefined : value <= atMost;
}

function printRatio(ratio) {
  const { id, value, atLeast, atMost, aim } = ratio;
  const met = meets(ratio);
  if (met === undefined) return `  ${id} ${show(value)}`;
  const target = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return `  ${id} ${show(value)}   ${met ? 'meets' : 'MISSES'} ${target}${aim ? `, aim ${aim}` : ''}`;
}

/** Ratios and counts alike with three figures that mean something. */
export function show(value) {
  return String(Number(value.toPrecision(3)));
}

/** The first column starts left, numbers end right. */
function printTable(lines) {
  const widths = lines[0].map((_, column) =>
    Math.max(...lines.map((cells) => String(cells[column] ?? '').length)),
  );
  return lines.map((cells) =>
    `  ${cells.map((cell, column) => pad(String(cell), widths[column], column)).join('   ')}`.trimEnd(),
  );
}

function pad(cell, width, column) {
  return column === 0 || Number.isNaN(Number(cell || Number.NaN)) ? cell.padEnd(width) : cell.padStart(width);
}
