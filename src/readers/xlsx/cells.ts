import type { XmlElement } from '@rgrove/parse-xml';
import { Damaged } from '../damaged.ts';
import type { SheetCell, SheetRow } from '../published.ts';
import { textOf, unescapeText } from './text.ts';
import { attributeOf, childrenNamed, descendant, parsePart } from './xml.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Texts that cells share, by their number. */
export function readSharedTexts(files: Files): readonly string[] {
  const path = 'xl/sharedStrings.xml';
  return files.has(path) ? childrenNamed(parsePart(files, path), 'si').map(textOf) : [];
}

/** The rows of a sheet that hold something, with the texts of their cells. Throws Damaged. */
export function readRows(files: Files, path: string, shared: readonly string[]): SheetRow[] {
  const data = descendant(parsePart(files, path), 'sheetData');
  const rows = data === undefined ? [] : childrenNamed(data, 'row');
  return rows
    .map((row, i) => ({ number: Number(attributeOf(row, 'r') ?? i + 1), cells: readCells(row, shared) }))
    .filter(({ cells }) => cells.length > 0);
}

function readCells(row: XmlElement, shared: readonly string[]): SheetCell[] {
  let column = 0;
  return childrenNamed(row, 'c').flatMap((cell) => {
    const address = attributeOf(cell, 'r');
    column = address === undefined ? column + 1 : columnOf(address);
    const text = readCell(cell, shared);
    return text === '' ? [] : [{ column, text }];
  });
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
function columnOf(address: string): number {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0];
  if (letters === undefined) throw new Damaged(`a cell stands at '${address}'`);
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
