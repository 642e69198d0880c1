import { type Checked, checked } from '../diagnostics/checked.ts';
import { appendRows } from '../tables/append.ts';
import { replaceCells } from '../tables/edit.ts';
import type { Row, Table } from '../tables/table.ts';
import { writeCsv } from '../tables/write.ts';
import type { MissingText } from './missing-texts.ts';

const columns = ['id', 'source', 'text', 'status'] as const;

/** A translation file with a row for each text, and an empty cell for its translation. */
export function writeRows(texts: readonly MissingText[]): string {
  return writeCsv(
    columns,
    texts.map(({ id, source }) => [id, source, '', 'machine']),
  );
}

/**
 * Adds to a translation file a row for each text that has none, and brings the source of a row up to date whose text
 * was reworded before anybody translated it. Every other byte stays as it was.
 */
export function addRows(bytes: Uint8Array, table: Table, texts: readonly MissingText[]): Checked<Uint8Array> {
  // A file without ids holds phrases alone, by which words and sections are found as well.
  const hasIds = table.header.some(({ text }) => text === 'id');
  const untranslated = table.rows.filter((row) => textIn(row, 'text') === '');
  const rowOf = ({ id, source }: MissingText) =>
    untranslated.find((row) =>
      hasIds && id !== ''
        ? textIn(row, 'id') === id
        : textIn(row, 'id') === '' && textIn(row, 'source') === source,
    );
  const reworded = texts.flatMap((text) => {
    const cell = rowOf(text)?.cell('source');
    return cell === undefined || cell.text === text.source ? [] : [{ ...cell, text: text.source }];
  });
  const edited = reworded.length > 0 ? replaceCells(bytes, table, reworded) : checked(bytes);
  const absent = texts.filter((text) => rowOf(text) === undefined);
  if (edited.value === undefined || absent.length === 0) return edited;
  return appendRows(
    edited.value,
    table,
    absent.map(({ id, source }) => ({ id, source, status: 'machine' })),
  );
}

function textIn(row: Row, column: (typeof columns)[number]): string {
  return row.cell(column)?.text ?? '';
}
