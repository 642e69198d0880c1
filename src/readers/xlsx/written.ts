import { posix } from 'node:path';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import { Damaged } from '../damaged.ts';
import { unpackOffice } from '../office.ts';
import type { MergedCells, NamedCell, WrittenRow, WrittenSheet, WrittenWorkbook } from '../written.ts';
import { columnOf, readRows, readSharedTexts, readWrittenRows } from './cells.ts';
import { readBoldLooks } from './looks.ts';
import { keywordsOf, languageOf, listSheets, relationsOf } from './parts.ts';
import { textOf } from './text.ts';
import { findCarried } from './workbook.ts';
import { attributeOf, childrenNamed, descendant, parsePart } from './xml.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Far more than a sheet has that people edit by hand; a cell of Excel holds 32,767 characters. */
const limits = { rows: 20_000, cells: 200_000, merges: 2_000, characters: 32_767 };

/**
 * Reads a workbook that somebody worked in. There is no value where it is none, or damaged.
 *
 * @param file what findings name
 */
export function readWrittenWorkbook(bytes: Uint8Array, file: string): Checked<WrittenWorkbook> {
  try {
    return checked(readWrittenParts(unpackOffice(bytes)));
  } catch (cause) {
    if (!(cause instanceof Damaged)) throw cause;
    return failed(error('file-damaged', { file }, `The file cannot be read: ${cause.message}.`));
  }
}

/** Reads a workbook that is unpacked already. Throws Damaged. */
export function readWrittenParts(files: Files): WrittenWorkbook {
  const shared = readSharedTexts(files);
  const sheets = listSheets(files);
  return {
    language: languageOf(files),
    keywords: keywordsOf(files),
    sheets: sheets
      .filter(({ isVisible }) => isVisible)
      .map(({ name, path }) => readSheet(files, shared, name, path)),
    names: readNames(files),
    boldLooks: readBoldLooks(files),
    carried: findCarried(
      sheets
        .filter(({ isVisible }) => !isVisible)
        .map(({ path }) => readRows(parsePart(files, path), shared)),
    ),
  };
}

function readSheet(files: Files, shared: readonly string[], name: string, path: string): WrittenSheet {
  const sheet = parsePart(files, path);
  const merged = descendant(sheet, 'mergeCells');
  const merges = merged === undefined ? [] : childrenNamed(merged, 'mergeCell');
  const rows = readWrittenRows(sheet, shared).filter(({ cells }) => cells.length > 0);
  survey(name, rows, merges.length);
  return {
    name,
    rows,
    merges: merges.flatMap((cell) => {
      const range = readRange(attributeOf(cell, 'ref') ?? '');
      return range === undefined ? [] : [range];
    }),
    comments: readComments(files, path),
  };
}

/** Throws Damaged where a sheet holds more than anybody types. */
function survey(sheet: string, rows: readonly WrittenRow[], merges: number): void {
  const cells = rows.flatMap((row) => row.cells);
  const longest = cells.reduce((most, { text }) => Math.max(most, text.length), 0);
  const found: [count: number, most: number, what: string][] = [
    [rows.length, limits.rows, 'rows'],
    [cells.length, limits.cells, 'cells'],
    [merges, limits.merges, 'merged cells'],
    [longest, limits.characters, 'characters in a cell'],
  ];
  const excess = found.find(([count, most]) => count > most);
  if (excess === undefined) return;
  throw new Damaged(`its sheet '${sheet}' has ${excess[0]} ${excess[2]}; at most ${excess[1]} are read`);
}

/** Comments lie in a part of their own, which the relations of the sheet name. */
function readComments(files: Files, path: string): WrittenSheet['comments'] {
  const targets = [...relationsOf(files, path).values()];
  const part = targets.find((target) => /^comments/i.test(posix.basename(target)) && files.has(target));
  const list = part === undefined ? undefined : descendant(parsePart(files, part), 'commentList');
  return (list === undefined ? [] : childrenNamed(list, 'comment')).map((comment) => {
    const text = childrenNamed(comment, 'text')[0];
    return {
      address: attributeOf(comment, 'ref') ?? '',
      text: text === undefined ? '' : textOf(text).trim(),
    };
  });
}

function readNames(files: Files): Map<string, NamedCell> {
  const list = descendant(parsePart(files, 'xl/workbook.xml'), 'definedNames');
  const named = (list === undefined ? [] : childrenNamed(list, 'definedName')).flatMap((definition) => {
    const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u.exec(definition.text.trim());
    const range = found && readRange(found[3]!.replaceAll('$', ''));
    const sheet = (found?.[1] ?? found?.[2] ?? '').replaceAll("''", "'");
    return range ? [[attributeOf(definition, 'name') ?? '', sheet, range] as const] : [];
  });
  return new Map(named.map(([name, sheet, { top, left }]) => [name, { sheet, row: top, column: left }]));
}

/** `C5:D9` or `C5`; undefined for whole rows and columns, and for cells that are gone. */
function readRange(address: string): MergedCells | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(address);
  if (found === null) return undefined;
  const [, left, top, right, bottom] = found as unknown as [string, string, string, string?, string?];
  return {
    address,
    top: Number(top),
    left: columnOf(left),
    bottom: Number(bottom ?? top),
    right: columnOf(right ?? left),
  };
}
