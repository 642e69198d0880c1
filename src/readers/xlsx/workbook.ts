import { readCarried } from '../../workbook/carried.ts';
import { unpackOffice } from '../office.ts';
import type { Carried, PublishedWorkbook, SheetRow } from '../published.ts';
import { readRows, readSharedTexts } from './cells.ts';
import { addressesOf, languageOf, listSheets } from './parts.ts';
import { parsePart } from './xml.ts';

/** Reads a workbook (ECMA-376) as Excel, LibreOffice or this program wrote it. Throws Damaged. */
export function readWorkbook(bytes: Uint8Array): PublishedWorkbook {
  const files = unpackOffice(bytes);
  const shared = readSharedTexts(files);
  const sheets = listSheets(files).map(({ name, isVisible, path }) => ({
    name,
    isVisible,
    rows: readRows(parsePart(files, path), shared),
    addresses: addressesOf(files, path),
  }));
  return {
    kind: 'xlsx',
    language: languageOf(files),
    sheets: sheets.filter(({ isVisible }) => isVisible).map(({ isVisible: _, ...sheet }) => sheet),
    carried: findCarried(sheets.filter(({ isVisible }) => !isVisible).map(({ rows }) => rows)),
  };
}

/**
 * The texts that a workbook carries, found among the rows of its hidden sheets. The workbook of a pack has such a sheet for
 * each member, in their order: what it carries is named after that, as `2-edition.json`.
 */
export function findCarried(hidden: readonly (readonly SheetRow[])[]): Carried {
  const encoder = new TextEncoder();
  const texts = hidden.flatMap((rows) => readCarried(columnsOf(rows)) ?? []);
  const isPack = new Set(texts.map(({ name }) => name)).size < texts.length;
  const counts = new Map<string, number>();
  return new Map(
    texts.map(({ name, text }) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [isPack ? `${count}-${name}` : name, encoder.encode(text)];
    }),
  );
}

/** The texts of the columns, top to bottom. */
function columnsOf(rows: readonly SheetRow[]): string[][] {
  const columns: string[][] = [];
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (column > longestRow) continue;
      while (columns.length < column) columns.push([]);
      columns[column - 1]!.push(text);
    }
  }
  return columns;
}

/** More columns than any sheet of carried texts has. */
const longestRow = 100;
