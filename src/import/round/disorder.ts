import { type Diagnostic, note, warning } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import { type MatrixSheet, rowOf } from './columns.ts';
import type { RoundContext } from './context.ts';
import { findSorting } from './order.ts';
import { idOf, type PairedRow } from './pairing.ts';
import type { Column } from './values.ts';
import type { Wishes } from './wishes.ts';

/** Why the order of the sheet says nothing: the column it was sorted by, or `sections`; undefined where it does. */
export type Sorting = Column | 'sections' | undefined;

/** Tells a sheet that was sorted from one whose rows were moved. */
export function judgeOrder(
  rows: readonly PairedRow[],
  { columns }: MatrixSheet,
  { origin }: RoundContext,
): Sorting {
  const ranks = new Map([...origin.activities.keys()].map((id, rank) => [id, rank]));
  // Sorted by these, the rows of a section stay in their order.
  const sortable = [...columns.keys()].filter((column) => !['number', 'chapter', 'section'].includes(column));
  const kept = rows.flatMap(({ row, id }) => {
    if (id === undefined) return [];
    const texts = sortable.map((column) => [column, row.cells.get(column) ?? ''] as const);
    const section = origin.activities.get(id)!.values.get('section')!;
    return [{ rank: ranks.get(id)!, section, columns: new Map(texts) }];
  });
  return findSorting(kept) as Sorting;
}

/** What the sheet says by order, numbers, ids and chapters, none of which a workbook decides. */
export function nameDisorder(
  rows: readonly PairedRow[],
  { kept }: Wishes,
  sorting: Sorting,
  matrix: MatrixSheet,
  context: RoundContext,
): Diagnostic[] {
  return [
    ...nameSorting(sorting, matrix, context),
    ...(sorting === undefined ? [...nameStrays(kept, context), ...nameSectionOrder(kept, context)] : []),
    ...nameNumbers(rows, context),
    ...nameIds(rows, context),
    ...nameChapters(rows, context),
  ];
}

function nameSorting(
  sorting: Sorting,
  { sheet, head, columns }: MatrixSheet,
  { file }: RoundContext,
): Diagnostic[] {
  if (sorting === undefined) return [];
  const column = columns.get(sorting as Column);
  const title = rowOf(sheet, head)?.cells.find((cell) => cell.column === column)?.text;
  const how =
    title === undefined ? 'The rows of all sections are mixed' : `The rows are sorted by ${quote(title)}`;
  return [note('round-sorted', { file }, `${how}: no activity was moved, and the matrix keeps its order.`)];
}

/**
 * Rows among those of another section, whose own section cell says that they did not move there. Their place says
 * nothing.
 */
export function findStrays(
  kept: Wishes['kept'],
  { origin }: RoundContext,
): ReadonlyMap<string, { readonly own: string; readonly around: string; readonly row: number }> {
  // A row that goes to another section says nothing of those around it.
  const settled = kept.filter(({ changed }) => !changed.has('section'));
  const sections = settled.map(({ id }) => origin.activities.get(id)!.values.get('section')!);
  return new Map(
    settled.flatMap(({ id, row }, i) => {
      const [before, own, after] = [sections[i - 1], sections[i]!, sections[i + 1]];
      if (before === undefined || before !== after || before === own) return [];
      return [[id, { own, around: before, row: row.number }]];
    }),
  );
}

function nameStrays(kept: Wishes['kept'], context: RoundContext): Diagnostic[] {
  const { labels, file, at } = context;
  return [...findStrays(kept, context).values()].map(({ own, around, row }) => {
    const message = `${at(row, 'section')} says ${quote(labels.labelOf(own))}, among rows of ${quote(labels.labelOf(around))}: it stays where it was.`;
    return warning('round-order', { file }, message, {
      hints: ['To move it into that section, change its section cell too.'],
    });
  });
}

/** Whole sections that were put elsewhere. */
function nameSectionOrder(kept: Wishes['kept'], { origin, labels, file }: RoundContext): Diagnostic[] {
  const sectionOf = (id: string): string => origin.activities.get(id)!.values.get('section')!;
  const order = [
    ...new Set(kept.filter(({ changed }) => !changed.has('section')).map(({ id }) => sectionOf(id))),
  ];
  const usual = origin.sections.map(({ key }) => key);
  const early = order.find((key, i) =>
    order.slice(0, i).some((other) => usual.indexOf(other) > usual.indexOf(key)),
  );
  if (early === undefined || order.length < 2) return [];
  const runs = kept.filter(({ id }, i) => sectionOf(id) !== sectionOf(kept[i - 1]?.id ?? id)).length + 1;
  if (runs > order.length) return [];
  const message = `The section ${quote(labels.labelOf(early))} stands elsewhere in the sheet: it stays where it was.`;
  return [
    warning('round-order', { file }, message, {
      hints: ['The order of the sections is that of sections.csv.'],
    }),
  ];
}

function nameNumbers(rows: readonly PairedRow[], { origin, file, at }: RoundContext): Diagnostic[] {
  const renumbered = rows.filter(({ row, id }) => {
    const number = row.cells.get('number')?.trim() ?? '';
    return id !== undefined && number !== '' && number !== origin.activities.get(id)!.clause;
  });
  const [first] = renumbered;
  if (first === undefined) return [];
  const more = renumbered.length === 1 ? '' : ` (and ${renumbered.length - 1} more)`;
  const message = `${at(first.row.number, 'number')} says ${quote(first.row.cells.get('number')!)}${more}: clauses are counted, and no number is taken from a workbook.`;
  return [note('round-number', { file }, message)];
}

/** Ids that were typed over: the row was known by its text. */
function nameIds(rows: readonly PairedRow[], { file, at }: RoundContext): Diagnostic[] {
  return rows.flatMap(({ row, id }) => {
    if (id === undefined || !row.cells.has('id') || idOf(row) === id) return [];
    const says = idOf(row) === '' ? 'lost its id' : `says ${quote(idOf(row))}`;
    return [
      note(
        'round-lost-id',
        { file },
        `${at(row.number, 'id')} ${says}: known by its text as '${id}', whose id stays.`,
      ),
    ];
  });
}

function nameChapters(rows: readonly PairedRow[], { labels, file, at }: RoundContext): Diagnostic[] {
  return rows.flatMap(({ row }) => {
    const chapter = row.cells.get('chapter')?.trim() ?? '';
    if (chapter === '' || labels.find(chapter) !== undefined) return [];
    const message = `${at(row.number, 'chapter')} says ${quote(chapter)}: chapters follow from sections, and are not taken from a workbook.`;
    return [warning('round-left-out', { file }, message)];
  });
}
