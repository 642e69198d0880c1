import type { Activity } from '../../catalogue/model.ts';
import { type Diagnostic, error, note, warning } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Table } from '../../tables/table.ts';
import { placeOf, quote } from '../findings.ts';
import type { JoinedRow } from '../joined.ts';
import { joinSigns } from '../report.ts';
import type { Comparison } from './compare.ts';
import type { Match } from './match.ts';
import type { Decided } from './writings.ts';

/** What is said of the rows that a page and the matrix do not share, and of those that it is not certain of. */
export type Advice = { readonly onlyHere: string; readonly onlyThere: string; readonly unsure: string };

/** Where a page and the matrix say different things, with both texts and both places. */
export function compareFindings(compared: Comparison, advice: Advice): Diagnostic[] {
  const { product, joined, matches } = compared;
  const rows = new Set(matches.map(({ row }) => row));
  const activities = new Set(matches.map(({ activity }) => activity));
  return [
    ...matches.flatMap((match) => matchFindings(compared, match, advice)),
    ...product.activities
      .filter((_, index) => !activities.has(index))
      .map(({ text }) => {
        const message = `The page does not have ${quote(text.source)}.`;
        return warning('import-only-here', text.place, message, { hints: [advice.onlyHere] });
      }),
    ...joined.rows
      .filter((_, index) => !rows.has(index))
      .map((row) => {
        const message = `The matrix does not have ${quote(row.activity)}.`;
        return error('import-only-there', placeOfRow(row), message, { hints: [advice.onlyThere] });
      }),
  ];
}

function matchFindings(
  { product, joined, evidence, ...compared }: Comparison,
  match: Match,
  advice: Advice,
): Diagnostic[] {
  const activity = product.activities[match.activity]!;
  const row = joined.rows[match.row]!;
  const differs = evidence.codes(match.activity, match.row) === 'differ';
  return [
    ...(match.isSure ? [] : [unsure(activity, row, advice)]),
    ...(match.isSure && match.isMoved ? [moved(activity, row)] : []),
    ...(differs ? [contradiction(activity, row, compared.columns.codesOf(match.row), compared.table)] : []),
  ];
}

function unsure({ text }: Activity, row: JoinedRow, advice: Advice): Diagnostic {
  const message = `Whether ${quote(row.activity)} is ${quote(text.source)} is not certain.`;
  return error('import-unsure', placeOfRow(row), message, { hints: [advice.unsure], also: text.place });
}

function moved({ text }: Activity, row: JoinedRow): Diagnostic {
  const message = `${quote(row.activity)} stands in another place than ${quote(text.source)} does in the matrix.`;
  return note('import-moved', placeOfRow(row), message, { also: text.place });
}

/** The codes of both, side by side, for the parties of which they differ. */
function contradiction(
  activity: Activity,
  row: JoinedRow,
  found: ReadonlyMap<string, readonly string[] | undefined>,
  table: Table,
): Diagnostic {
  const differing = [...found].flatMap(([party, codes]) => {
    const own = activity.codes.get(party) ?? [];
    return codes === undefined || codes.join() === own.join() ? [] : [{ party, own, codes }];
  });
  const here = differing.map(({ party, own }) => `${party} ${say(own)}`).join(', ');
  const there = differing.map(({ party, codes }) => `${party} ${say(codes)}`).join(', ');
  const message = `${quote(activity.text.source)} (${here}) is ${quote(row.activity)} (${there}) on the page.`;
  return error('import-contradiction', placeOfCodes(activity, differing[0]!.party, table), message, {
    hints: ['Decide which is right: correct the page, or let it change the matrix with --accept.'],
    also: placeOfRow(row),
  });
}

/** Texts of the page that are translated otherwise already. */
export function keptFindings(kept: Decided['kept'], file: string): Diagnostic[] {
  return kept.map(({ text, translation, before }) => {
    const message = `${quote(text.source)} is ${quote(translation)} on the page and ${quote(before)} in the workspace.`;
    return warning('import-text-differs', { file }, message, {
      hints: ['To take the text of the page: --accept.'],
    });
  });
}

function say(codes: readonly string[]): string {
  return codes.length === 0 ? '–' : joinSigns(codes);
}

function placeOfRow({ file, line }: JoinedRow): Place {
  return placeOf(file, line);
}

/** The cell of a party in the row of an activity. */
export function placeOfCodes({ place }: Activity, party: string, table: Table): Place {
  if (!('cell' in place)) return place;
  const row = table.rows.find(({ record }) => record === place.cell.record);
  const cell = row?.cell(party);
  return cell === undefined ? place : { file: place.file, cell: { record: cell.record, field: cell.field } };
}
