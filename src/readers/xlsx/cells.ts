import type { XmlElement } from '@rgrove/parse-xml';
import { Damaged } from '../damaged.ts';
import type { SheetRow } from '../published.ts';
import type { WrittenCell, WrittenRow } from '../written.ts';
import { textOf, unescapeText } from './text.ts';
import { attributeOf, childrenNamed, descendant, parsePart } from './xml.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Texts that cells share, by their number. */
export function readSharedTexts(files: Files): readonly string[] {
  const path = 'xl/sharedStrings.xml';
  return files.has(path) ? childrenNamed(parsePart(files, path), 'si').map(textOf) : [];
}

/** The rows of a sheet that hold something, with the texts of their cells. Throws Damaged. */
export function readRows(sheet: XmlElement, shared: readonly string[]): SheetRow[] {
  return readWrittenRows(sheet, shared)
    .map(({ number, cells }) => ({
      number,
      cells: cells.flatMap(({ column, text }) => (text === '' ? [] : [{ column, text }])),
    }))
    .filter(({ cells }) => cells.length > 0);
}

/** The rows of a sheet with how each of their cells was written. Throws Damaged. */
export function readWrittenRows(sheet: XmlElement, shared: readonly string[]): WrittenRow[] {
  const data = descendant(sheet, 'sheetData');
  const rows = data === undefined ? [] : childrenNamed(data, 'row');
  return rows.map((row, i) => ({
    number: Number(attributeOf(row, 'r') ?? i + 1),
    cells: readCells(row, shared),
  }));
}

function readCells(row: XmlElement, shared: readonly string[]): WrittenCell[] {
  let column = 0;
  return childrenNamed(row, 'c').map((cell) => {
    const address = attributeOf(cell, 'r');
    column = address === undefined ? column + 1 : columnOf(address);
    const isFormula = childrenNamed(cell, 'f').length > 0;
    const look = Number(attributeOf(cell, 's') ?? 0);
    return { column, text: readCell(cell, shared), kind: kindOf(cell), isFormula, look };
  });
}

/** Types of cells (ECMA-376, ST_CellType) as they matter to a reader of texts. */
const kinds: Readonly<Record<string, WrittenCell['kind']>> = {
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'logical',
  e: 'error',
};

function kindOf(cell: XmlElement): WrittenCell['kind'] {
  return kinds[attributeOf(cell, 't') ?? 'n'] ?? 'number';
}

/** What a cell shows; of a formula, the result that was last computed. */
function readCell(cell: XmlElement, shared: readonly string[]): string {
  const type = attributeOf(cell, 't');
  if (type === 'inlineStr') {
    const item = childrenNamed(cell, 'is')[0];
    return item === undefined ? '' : textOf(item);
  }
  const value = childrenNamed(cell, 'v')[0]?.text ?? '';
  if (type !== 's') return unescapeText(value);
  const text = shared[Number(value)];
  if (text === undefined) throw new Damaged(`a cell names text ${value} of ${shared.length}`);
  return text;
}

/** `C7` is in column 3. */
export function columnOf(address: string): number {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0];
  if (letters === undefined) throw new Damaged(`a cell stands at '${address}'`);
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
