import type { OfficeParts } from '../../readers/office.ts';
import type { WrittenRow, WrittenSheet } from '../../readers/written.ts';
import { readWrittenParts } from '../../readers/xlsx/written.ts';
import type { Block, Page, TextBlock } from '../page.ts';
import { tidy } from './inline.ts';
import { type CountCells, cellCounter } from './limits.ts';
import { extentOf, readSheetTable } from './xlsx-table.ts';

/** How the sheets of one workbook are read. */
type Reading = { readonly countCells: CountCells; readonly boldLooks: ReadonlySet<number> };

/**
 * Reads a workbook: each sheet that a reader can see is a heading, and under it its tables and the lines that stand
 * alone above and below them. Throws Damaged.
 */
export function readXlsx(parts: OfficeParts, file: string): Page {
  const { sheets, boldLooks } = readWrittenParts(parts);
  const reading: Reading = { countCells: cellCounter(), boldLooks };
  const blocks = sheets.flatMap((sheet) => readSheet(sheet, reading));
  return { file, format: 'xlsx', properties: new Map(), blocks };
}

function readSheet(sheet: WrittenSheet, reading: Reading): Block[] {
  const filled = sheet.rows.filter((row) => textsOf(row).length > 0);
  return [
    { kind: 'heading', level: 1, text: tidy(sheet.name), line: 1 },
    ...partRows(filled).flatMap((rows) => readStretch(rows, sheet, reading)),
  ];
}

/**
 * Parts the rows where empty ones stand between them and another table begins: one that has other columns, all of them
 * filled in its first row. Empty rows within a table part its sections.
 */
function partRows(rows: readonly WrittenRow[]): WrittenRow[][] {
  const stretches: WrittenRow[][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last !== undefined && last.at(-1)!.number + 1 === row.number) last.push(row);
    else stretches.push([row]);
  }
  const parted: WrittenRow[][] = [];
  for (const stretch of stretches) {
    const above = parted.at(-1);
    if (above === undefined || beginsTable(stretch, above)) parted.push([...stretch]);
    else for (const row of stretch) above.push(row);
  }
  return parted;
}

function beginsTable(stretch: readonly WrittenRow[], above: readonly WrittenRow[]): boolean {
  const own = extentOf(stretch);
  const before = extentOf(above);
  const named = textsOf(stretch[0]!).length;
  const isOther = own.left !== before.left || own.right !== before.right;
  return isOther && named > 1 && named === own.right - own.left + 1;
}

function readStretch(rows: readonly WrittenRow[], sheet: WrittenSheet, reading: Reading): Block[] {
  const wide = rows.map((row) => textsOf(row).length > 1);
  const first = wide.indexOf(true);
  const line = (row: WrittenRow): TextBlock => readLine(row, reading);
  if (first < 0) return rows.map(line);
  let end = wide.lastIndexOf(true) + 1;
  // A row right under the table is its last one, though it may have no code.
  while (end < rows.length && rows[end]!.number === rows[end - 1]!.number + 1) end++;
  return [
    ...rows.slice(0, first).map(line),
    readSheetTable(rows.slice(first, end), sheet.merges, reading.boldLooks, reading.countCells),
    ...rows.slice(end).map(line),
  ];
}

function textsOf({ cells }: WrittenRow): string[] {
  return cells.flatMap(({ text }) => (text.trim() === '' ? [] : [tidy(text)]));
}

/** A row of one cell above a table or below it: a title, a remark. */
function readLine(row: WrittenRow, { boldLooks }: Reading): TextBlock {
  const lines = textsOf(row).flatMap((text) => text.split('\n'));
  const said = row.cells.filter(({ text }) => text.trim() !== '');
  return {
    kind: 'text',
    role: 'paragraph',
    line: row.number,
    lines: lines.map((text) => ({ line: row.number, text })),
    strong: said.every(({ look }) => boldLooks.has(look)),
  };
}
