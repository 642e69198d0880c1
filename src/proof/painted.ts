import type { LocalizedActivity, LocalizedProduct } from '../catalogue/localized.ts';
import { normalize } from './sameness.ts';

/** An activity that an artifact does not say as the model has it. */
export type Difference = {
  readonly clause: string;
  readonly expected: string;
  readonly painted: readonly string[];
};

/**
 * Holds what a format painted against the model: each clause in order, behind it the whole text of its activity and
 * exactly its codes, party by party. Lines in between (repeated headers, section titles) do not matter; a line that
 * was lost, cut or moved to another row does. Layout engines lose text without an error; a contract must not.
 *
 * @param painted every text of the artifact, in the order painted
 */
export function provePainted(product: LocalizedProduct, painted: readonly string[]): Difference[] {
  const activities = product.sections.flatMap((section) => section.activities);
  const lines = painted.map(normalizePainted);
  const starts: number[] = [];
  let from = 0;
  for (const activity of activities) {
    const at = lines.indexOf(normalizePainted(activity.clause), from);
    starts.push(at);
    if (at >= 0) from = at + 1;
  }
  return activities.flatMap((activity, i) => {
    const start = starts[i]!;
    const next = starts.slice(i + 1).find((at) => at >= 0) ?? lines.length;
    const row = start < 0 ? [] : lines.slice(start + 1, next);
    if (start >= 0 && holdsText(row, activity.text) && holdsCodes(row, activity)) return [];
    const shown = start < 0 ? [] : painted.slice(start, Math.min(next, start + 12));
    return [{ clause: activity.clause, expected: describe(activity), painted: shown }];
  });
}

/** Whether lines, read in order, make up a text from its beginning to its end. */
function holdsText(lines: readonly string[], text: string): boolean {
  let rest = normalizePainted(text);
  for (const line of lines) {
    if (rest === '') return true;
    if (line === '') continue;
    // A line broken inside a word ends in a hyphen that the text does not have.
    const piece = rest.startsWith(line) ? line : line.replace(/-$/, '');
    if (piece !== '' && rest.startsWith(piece)) rest = rest.slice(piece.length);
  }
  return rest === '';
}

/** Whether the codes of all parties stand among the lines, in the order of the parties. */
function holdsCodes(lines: readonly string[], activity: LocalizedActivity): boolean {
  let from = 0;
  for (const { held } of activity.cells) {
    const at = lines.indexOf(held.length === 0 ? '–' : normalizePainted(held.join(' ')), from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** As painted, beside the raised digits of footnotes. */
function normalizePainted(text: string): string {
  return normalize(text).replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, '');
}

function describe(activity: LocalizedActivity): string {
  const codes = activity.cells.map(({ party, held }) => `${party} ${held.join(' ') || '–'}`);
  return `${activity.text} | ${codes.join(' | ')}`;
}
