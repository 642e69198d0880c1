import type { Product } from '../../catalogue/model.ts';
import type { Place } from '../../diagnostics/place.ts';
import { cellLocator, type Locator } from '../../tables/locate.ts';
import type { Table } from '../../tables/table.ts';
import { joinSigns } from '../report.ts';
import type { RoundContext } from './context.ts';
import type { AddedActivity, FieldChange, Merged } from './merge.ts';
import { type Field, partyOf, type Values } from './values.ts';

/** One thing that the workbook changes, in the words of the contract. */
export type RoundChange = {
  readonly kind: 'code' | 'text' | 'note' | 'section' | 'added' | 'moved' | 'removed';
  readonly id: string;
  /** Number of the clause in the matrix as it is now; null where it is new. */
  readonly clause: string | null;
  /** What the activity says, in the language of the workbook, before the change. */
  readonly activity: string;
  /** Name of the party, for a code. */
  readonly party: string | null;
  readonly from: string;
  readonly to: string;
  /** Where the workbook says it: `Matrix!D14`; null where a row is gone. */
  readonly cell: string | null;
  /** Where it goes, by its line before the change; null where the line is new. */
  readonly file: string;
  readonly line: number | null;
};

type Sources = {
  readonly product: Product;
  readonly lineOf: LineFinder;
  /** Places of texts that go elsewhere than into the matrix, by row id and field. */
  readonly placeOfText: (change: FieldChange) => Place | undefined;
  readonly newIds: ReadonlyMap<number, string>;
  readonly moved: readonly string[];
  readonly context: RoundContext;
};

type LineFinder = (place: Place) => Pick<RoundChange, 'file' | 'line'>;

/** Finds the lines of places; each file is scanned once, however many of its lines are asked for. */
export function lineFinder(tables: ReadonlyMap<string, Table>): LineFinder {
  const locators = new Map<string, Locator>();
  return (place) => {
    const table = tables.get(place.file);
    if (!('cell' in place) || table === undefined) return { file: place.file, line: null };
    const locate = locators.get(place.file) ?? cellLocator(table.text, table.dialect);
    locators.set(place.file, locate);
    return { file: place.file, line: locate(place.cell.record, place.cell.field).line };
  };
}

/** All changes in the order of the clauses, row by row; what is new behind them, in the order of the sheet. */
export function listChanges({ changed, added, removed, rows }: Merged, sources: Sources): RoundChange[] {
  const { product, context, newIds, moved } = sources;
  const matrix = { file: `${product.folder}/matrix.csv`, line: null };
  const known = [...context.now.activities.keys()].flatMap((id) => [
    ...changed.filter((change) => change.id === id).map((change) => fieldChange(change, sources)),
    ...(moved.includes(id) ? [movedChange(id, rows.find((row) => row.id === id)?.row, sources)] : []),
    ...(removed.some((activity) => activity.id === id) ? [removedChange(id, sources)] : []),
  ]);
  const fresh = added.map(
    (activity): RoundChange => ({
      kind: 'added',
      id: newIds.get(activity.row) ?? activity.id,
      clause: null,
      activity: activity.values.get('activity') ?? '',
      party: null,
      from: '',
      to: [context.labels.labelOf(activity.values.get('section')!), sayRow(activity, product)].join('; '),
      cell: context.at(activity.row),
      ...matrix,
    }),
  );
  return [...known, ...fresh];
}

const kinds = { section: 'section', activity: 'text', note: 'note' } as const;

function fieldChange(change: FieldChange, sources: Sources): RoundChange {
  const { product, context, placeOfText } = sources;
  const { id, field, row, from, to } = change;
  const party = partyOf(field);
  return {
    kind: party === undefined ? kinds[field as keyof typeof kinds] : 'code',
    ...head(id, sources),
    party: party === undefined ? null : nameOf(party, product),
    from: sayValue(field, from, context),
    to: sayValue(field, to, context),
    cell: context.at(row, field),
    ...sources.lineOf(placeOfText(change) ?? placeInMatrix(id, sources)),
  };
}

function movedChange(id: string, row: number | undefined, sources: Sources): RoundChange {
  const cell = row === undefined ? null : sources.context.at(row);
  return {
    kind: 'moved',
    ...head(id, sources),
    party: null,
    from: '',
    to: '',
    cell,
    ...sources.lineOf(placeInMatrix(id, sources)),
  };
}

function removedChange(id: string, sources: Sources): RoundChange {
  const { activity, ...rest } = head(id, sources);
  const { values } = sources.context.now.activities.get(id)!;
  const from = sayRow({ values }, sources.product);
  return {
    kind: 'removed',
    ...rest,
    activity,
    party: null,
    from,
    to: '',
    cell: null,
    ...sources.lineOf(placeInMatrix(id, sources)),
  };
}

function head(id: string, { context }: Sources): Pick<RoundChange, 'id' | 'clause' | 'activity'> {
  const now = context.now.activities.get(id);
  const origin = context.origin.activities.get(id);
  const text = now?.values.get('activity') ?? origin?.values.get('activity') ?? '';
  return { id, clause: now?.clause ?? null, activity: text };
}

function placeInMatrix(id: string, { product }: Sources): Place {
  const file = `${product.folder}/matrix.csv`;
  return product.activities.find((activity) => activity.id === id)?.place ?? { file };
}

function sayValue(field: Field, value: string, { labels }: RoundContext): string {
  if (field === 'section') return labels.labelOf(value);
  return partyOf(field) === undefined ? value : signsOf(value);
}

function signsOf(held: string): string {
  return joinSigns(held.split(' ').filter((sign) => sign !== ''));
}

/** Who does what in a row: `Customer RA, Provider I`. */
function sayRow({ values }: Pick<AddedActivity, 'values'> | { values: Values }, product: Product): string {
  return product.parties
    .flatMap(({ id }) => {
      const held = signsOf(values.get(`code:${id}`) ?? '');
      return held === '' ? [] : [`${nameOf(id, product)} ${held}`];
    })
    .join(', ');
}

function nameOf(party: string, { parties }: Product): string {
  return parties.find(({ id }) => id === party)?.name.source ?? party;
}
