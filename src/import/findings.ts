import { type Diagnostic, error, note } from '../diagnostics/diagnostic.ts';
import type { TextPlace } from '../diagnostics/place.ts';
import type { Flag, FoundMatrix } from './found.ts';

/** What a page leaves to a person, as findings in the order of its lines: cells, rows and lines, then what to know. */
export function findingsOf(page: FoundMatrix): Diagnostic[] {
  const flags = page.flagged.map((flag) => flagFinding(page, flag));
  const refusals = page.refused.map(({ line, text, reason }) =>
    error('import-refused', placeOf(page.file, line), `This line was left out: ${quote(text)}. ${reason}`),
  );
  const remarks = [...groupRemarks(page)].map(([text, [first, ...rest]]) =>
    note('import-remark', placeOf(page.file, first!), sentence(text) + alsoAt(rest)),
  );
  const lineOf = ({ place }: Diagnostic) => ('line' in place ? place.line : 0);
  return [...flags, ...refusals, ...remarks].sort((a, b) => lineOf(a) - lineOf(b));
}

/** The lines of each remark: what a page does once it does all over. */
function groupRemarks({ remarks }: FoundMatrix): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const { line, text } of remarks) lines.set(text, [...(lines.get(text) ?? []), line]);
  return lines;
}

function alsoAt(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const named = lines.slice(0, 5).join(', ');
  const more = lines.length > 5 ? ` and ${lines.length - 5} more` : '';
  return lines.length === 1 ? ` The same in line ${named}.` : ` The same in lines ${named}${more}.`;
}

/** The beginning of a line, since a page tells lines and not columns. */
export function placeOf(file: string, line: number): TextPlace {
  return { file, line, column: 1 };
}

function flagFinding(page: FoundMatrix, { row, line, party, found, reason }: Flag): Diagnostic {
  const activity = quote(page.rows[row]?.activity ?? '');
  const place = placeOf(page.file, line);
  if (party === undefined) {
    return error('import-row', place, `Who does ${activity} is not certain. ${reason}`);
  }
  const name = page.parties[party]!.name;
  const seen = found === '' ? 'an empty cell' : quote(found);
  return error('import-cell', place, `${name}: ${seen} is not certain, in ${activity}. ${reason}`);
}

const longest = 60;

/** A text of a page in quotes, on one line, cut where it would fill the terminal. */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return `'${line.length <= longest ? line : `${line.slice(0, longest - 3).trimEnd()}...`}'`;
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(begun) ? begun : `${begun}.`;
}
