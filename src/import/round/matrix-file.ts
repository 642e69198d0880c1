import type { Product } from '../../catalogue/model.ts';
import { type Checked, checked } from '../../diagnostics/checked.ts';
import { arrangeRecords, type Placed, recordsOf } from '../../tables/arrange.ts';
import { type CellEdit, insertColumn, replaceCells } from '../../tables/edit.ts';
import { parseTable } from '../../tables/parse.ts';
import type { Table } from '../../tables/table.ts';
import { joinSigns } from '../report.ts';
import type { AddedActivity, FieldChange, Merged } from './merge.ts';
import { settledItems } from './order.ts';
import type { Item, Sequence } from './sequence.ts';
import { type Field, partyOf, type Values } from './values.ts';

/** What is to become of a matrix: its cells, its rows and their order. */
export type MatrixRevision = {
  /** Changes of what matrix.csv itself holds. */
  readonly changed: readonly FieldChange[];
  readonly merged: Merged;
  readonly sequence: Sequence;
  /** Ids of new activities, by the row they stand in. */
  readonly newIds: ReadonlyMap<number, string>;
};

/**
 * The bytes of a matrix after a revision; what the revision does not speak of keeps its bytes. There is no value where
 * a text has letters that the file's encoding lacks.
 */
export function reviseMatrix(
  bytes: Uint8Array,
  table: Table,
  product: Product,
  revision: MatrixRevision,
): Checked<Uint8Array> {
  const widened = withNotes(bytes, table, product, revision);
  if (widened.value === undefined) return { value: undefined, diagnostics: widened.diagnostics };
  const { bytes: wide, table: wideTable } = widened.value;
  const records = recordsById(wideTable);
  const edited = replaceCells(
    wide,
    wideTable,
    revision.changed.map((change) => editOf(change, wideTable, records)),
  );
  if (edited.value === undefined) return edited;
  return arrangeRecords(
    edited.value,
    reparse(edited.value, wideTable, product),
    orderRecords(wideTable, records, revision),
  );
}

/** The matrix with a column for notes, where a note comes to one that has none. */
function withNotes(
  bytes: Uint8Array,
  table: Table,
  product: Product,
  { changed, merged }: MatrixRevision,
): Checked<{ bytes: Uint8Array; table: Table }> {
  const hasNotes =
    changed.some(({ field, to }) => field === 'note' && to !== '') ||
    merged.added.some(({ values }) => values.get('note'));
  if (!hasNotes || columnOf(table, 'note') !== undefined) return checked({ bytes, table });
  const inserted = insertColumn(bytes, table, { name: 'note', behind: columnOf(table, 'activity')! });
  if (inserted.value === undefined) return { value: undefined, diagnostics: inserted.diagnostics };
  return checked({ bytes: inserted.value, table: reparse(inserted.value, table, product) });
}

function reparse(bytes: Uint8Array, { file }: Table, { language }: Product): Table {
  return parseTable({ path: file, bytes }, { language }).value!;
}

function recordsById(table: Table): ReadonlyMap<string, number> {
  return new Map(table.rows.map((row) => [row.cell('id')?.text ?? '', row.record]));
}

function columnOf({ header }: Table, name: string): number | undefined {
  return header.find(({ text }) => text === name)?.field;
}

function editOf(
  { id, field, to }: FieldChange,
  table: Table,
  records: ReadonlyMap<string, number>,
): CellEdit {
  const column = partyOf(field) ?? field;
  return { record: records.get(id)!, field: columnOf(table, column)!, text: cellText(field, to) };
}

/** Codes as files have them: `RA`, but `You/Shared`. */
function cellText(field: Field, value: string): string {
  return partyOf(field) === undefined ? value : joinSigns(value.split(' ').filter((sign) => sign !== ''));
}

/** The records in the order that the sections ask for; as few as can be leave their place. */
function orderRecords(
  table: Table,
  records: ReadonlyMap<string, number>,
  { merged, sequence, newIds }: MatrixRevision,
): Placed[] {
  const removed = new Set(merged.removed.map(({ id }) => records.get(id)!));
  const order: (number | AddedActivity)[] = recordsOf(table).filter((record) => !removed.has(record));
  const placeOf = (item: Item): number | AddedActivity =>
    typeof item === 'string' ? records.get(item)! : item;
  for (const items of sequence.sections.values()) {
    const wanted = items.map(placeOf);
    const settled = settledItems(
      wanted.filter((place) => typeof place === 'number'),
      (record) => record,
    );
    const isSettled = (place: number | AddedActivity): boolean =>
      typeof place === 'number' && settled.has(place);
    wanted.forEach((place, i) => {
      if (isSettled(place)) return;
      if (typeof place === 'number') order.splice(order.indexOf(place), 1);
      const before = wanted[i - 1];
      const after = wanted.slice(i + 1).find(isSettled);
      order.splice(positionFor(place, before, after, order, merged, records), 0, place);
    });
  }
  return order.map((place) => (typeof place === 'number' ? place : textsOf(place, newIds.get(place.row)!)));
}

/** Behind what stands before it in its section, or before what follows; in a new section behind the row above. */
function positionFor(
  place: number | AddedActivity,
  before: number | AddedActivity | undefined,
  after: number | AddedActivity | undefined,
  order: readonly (number | AddedActivity)[],
  { rows }: Merged,
  records: ReadonlyMap<string, number>,
): number {
  if (before !== undefined) return order.indexOf(before) + 1;
  if (after !== undefined) return order.indexOf(after);
  const row =
    typeof place === 'number' ? rows.find(({ id }) => records.get(id ?? '') === place)?.row : place.row;
  const above = rows.findLast(
    (other) => other.row < (row ?? 0) && order.includes(records.get(other.id ?? '') ?? -1),
  );
  return above === undefined ? order.length : order.indexOf(records.get(above.id!)!) + 1;
}

function textsOf({ values }: { readonly values: Values }, id: string): Readonly<Record<string, string>> {
  const cells = [...values].map(([field, value]) => [partyOf(field) ?? field, cellText(field, value)]);
  return { ...Object.fromEntries(cells), id };
}
