import type { ActivityInLanguage, EditionInLanguage, SectionInLanguage } from '../edition/in-language.ts';
import type { PublishedSheet, PublishedWorkbook, SheetRow } from '../readers/published.ts';
import { proveLanguage } from './annex.ts';
import { proveAround } from './around.ts';
import { type Difference, quoteCodes, quoteText } from './difference.ts';
import { normalize } from './sameness.ts';

/**
 * Holds a published workbook against its edition: each activity is one row of one sheet, with its text, its section
 * and exactly its codes in the columns that the head of the sheet gives the parties; no cell of such a row says
 * anything else, no other row stands between them; and what has to stand around the matrix is there.
 */
export function proveWorkbook(edition: EditionInLanguage, workbook: PublishedWorkbook): Difference[] {
  const awaited = new Map(edition.activities.map((activity) => [activity.clause, activity]));
  const found = workbook.sheets.flatMap((sheet) => readSheet(edition, sheet, awaited));
  const missing = [...awaited.values()].map(({ clause, text }) => ({
    where: 'The workbook',
    message: `Clause ${clause} ${quoteText(text)} is not there.`,
  }));
  const passages = workbook.sheets.flatMap(({ rows, addresses }) => [
    ...rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')),
    ...addresses,
  ]);
  return [
    ...proveLanguage(edition, workbook.language),
    ...found,
    ...missing,
    ...proveAround(edition, passages, 'The workbook'),
  ];
}

/** Reads a sheet that has activities; of others nothing is said here. */
function readSheet(
  edition: EditionInLanguage,
  sheet: PublishedSheet,
  awaited: Map<string, ActivityInLanguage>,
): Difference[] {
  const head = sheet.rows.findIndex((row) => columnsOf(edition, row) !== undefined);
  if (head < 0) return [];
  const columns = columnsOf(edition, sheet.rows[head]!)!;
  const rows = sheet.rows.slice(head + 1);
  const known = new Map(edition.activities.map((activity) => [activity.clause, activity]));
  if (!rows.some((row) => known.has(clauseOf(row)))) return [];
  return rows.flatMap((row) => {
    const where = `Sheet ${quoteText(sheet.name)}, row ${row.number}`;
    const activity = known.get(clauseOf(row));
    if (activity === undefined || !awaited.delete(activity.clause)) {
      const why = activity === undefined ? 'is none of the matrix' : 'stands there a second time';
      const texts = row.cells.map(({ text }) => text).join(' | ');
      return [{ where, message: `The row ${quoteText(texts)} ${why}.` }];
    }
    return proveRow(edition, activity, row, columns).map((message) => ({ where, message }));
  });
}

function clauseOf({ cells }: SheetRow): string {
  return cells[0]?.text ?? '';
}

/** The column of each party, where a row names all of them. */
function columnsOf(edition: EditionInLanguage, { cells }: SheetRow): number[] | undefined {
  const columns = edition.parties.map(
    ({ name, short }) => cells.find(({ text }) => isSame(text, short) || isSame(text, name))?.column,
  );
  return columns.every((column) => column !== undefined) ? columns : undefined;
}

function proveRow(
  edition: EditionInLanguage,
  activity: ActivityInLanguage,
  row: SheetRow,
  columns: readonly number[],
): string[] {
  const { clause, held, text, section } = activity;
  const codes = columns.flatMap((column, party) => {
    const found = row.cells.find((cell) => cell.column === column)?.text ?? '';
    if (isSame(found, held[party]!.length === 0 ? '–' : held[party]!.join(' '))) return [];
    const name = quoteText(edition.parties[party]!.name);
    return [
      `In clause ${clause} ${name} holds ${quoteText(found)}, in the matrix ${quoteCodes(held[party]!)}.`,
    ];
  });
  const texts = row.cells.filter(({ column }) => !columns.includes(column)).map((cell) => cell.text);
  const expected = expectedTexts(edition, activity);
  const missing = [text, labelOf(section)].filter((wanted) => !texts.some((found) => isSame(found, wanted)));
  const foreign = texts.filter((found) => !expected.some((wanted) => isSame(found, wanted)));
  return [
    ...codes,
    ...missing.map((wanted) => `Clause ${clause} does not say ${quoteText(wanted)}.`),
    ...foreign.map((found) => `Clause ${clause} says ${quoteText(found)}, the matrix does not.`),
  ];
}

/** All that the row of an activity may say beside its codes; its section and those above it, as labels. */
function expectedTexts(edition: EditionInLanguage, activity: ActivityInLanguage): string[] {
  const above = edition.sections.filter(({ key }) => activity.section.key.startsWith(`${key}.`));
  return [
    activity.clause,
    activity.id,
    activity.text,
    activity.note ?? '',
    ...[activity.section, ...above].map(labelOf),
    ...Object.values(activity.extras),
  ];
}

function labelOf({ number, title }: SectionInLanguage): string {
  return `${number} ${title}`;
}

function isSame(found: string, wanted: string): boolean {
  return normalize(found) === normalize(wanted);
}
