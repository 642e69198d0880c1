import { productsFolder } from '../catalogue/products.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import type { Change } from '../scaffold/change.ts';
import { appendRows } from '../tables/append.ts';
import { type CellEdit, replaceCells } from '../tables/edit.ts';
import type { Row, Table } from '../tables/table.ts';
import { writeCsv } from '../tables/write.ts';
import { groupBy } from './group.ts';
import type { OpenedLanguage } from './open.ts';
import type { Unit } from './unit.ts';

/** A translation that is about to be written. */
export type Writing = {
  readonly unit: Unit;
  readonly text: string;
  readonly status: 'reviewed' | 'machine';
};

const columns = ['id', 'source', 'text', 'status'] as const;
type Column = (typeof columns)[number];

/** The file that holds the translations of a unit, by its path in the workspace. */
export function fileOf({ product }: Unit, tag: string): string {
  const folder = product === undefined ? 'data' : `${productsFolder}/${product}`;
  return `${folder}/translations/${tag}.csv`;
}

/**
 * The files of a language with translations in them, each in the row where it is looked up: the row that there is, an
 * empty one that waits for it, or a new one at the end. Every other byte stays as it was. The value is absent where a
 * file's encoding lacks a letter.
 */
export function planRows(opened: OpenedLanguage, writings: readonly Writing[]): Checked<Change> {
  const byFile = groupBy(writings, ({ unit }) => fileOf(unit, opened.tag));
  const planned = [...byFile].map(([path, own]) => ({ path, ...planFile(opened, path, own) }));
  const diagnostics = planned.flatMap((file) => file.diagnostics);
  if (planned.some(({ value }) => value === undefined)) return failed(...diagnostics);
  return checked(Object.fromEntries(planned.map(({ path, value }) => [path, value!])), diagnostics);
}

function planFile(
  { workspace, tried }: OpenedLanguage,
  path: string,
  writings: readonly Writing[],
): Checked<string | Uint8Array> {
  const source = workspace.read(path);
  const table = tried.tables.get(path);
  if (source === undefined || table === undefined) {
    return checked(
      writeCsv(
        columns,
        writings.map((writing) => columns.map((column) => valuesOf(writing)[column])),
      ),
    );
  }
  const placed = writings.map((writing) => ({ writing, row: findRowFor(table, writing.unit) }));
  const edits = placed.flatMap(({ writing, row }) => (row === undefined ? [] : editsTo(row, writing)));
  const edited = edits.length === 0 ? checked(source.bytes) : replaceCells(source.bytes, table, edits);
  const added = placed.filter(({ row }) => row === undefined).map(({ writing }) => valuesOf(writing));
  return edited.value === undefined || added.length === 0 ? edited : appendRows(edited.value, table, added);
}

function valuesOf({ unit, text, status }: Writing): Record<Column, string> {
  return { id: unit.id, source: unit.source, text, status };
}

/** The cells of a row that say something else. A phrase that was paired with a text keeps its empty id. */
function editsTo(row: Row, writing: Writing): CellEdit[] {
  const values = valuesOf(writing);
  return (['source', 'text', 'status'] as const).flatMap((column) => {
    const cell = row.cell(column);
    return cell === undefined || cell.text === values[column] ? [] : [{ ...cell, text: values[column] }];
  });
}

/** The row that is in effect, which may be one that ships with the program and is not here; else one that waits. */
function findRowFor(table: Table, { row, id, source }: Unit): Row | undefined {
  const hasIds = table.header.some(({ text }) => text === 'id');
  const isNamed = (candidate: Row): boolean =>
    hasIds && id !== ''
      ? textIn(candidate, 'id') === id
      : textIn(candidate, 'id') === '' && textIn(candidate, 'source') === source;
  const isInEffect = (candidate: Row): boolean =>
    textIn(candidate, 'id') === row?.id &&
    textIn(candidate, 'source') === row.source &&
    textIn(candidate, 'text') === row.text;
  return (
    table.rows.find((candidate) => row !== undefined && isInEffect(candidate)) ??
    table.rows.find((candidate) => textIn(candidate, 'text') === '' && isNamed(candidate))
  );
}

function textIn(row: Row, column: Column): string {
  return row.cell(column)?.text ?? '';
}
