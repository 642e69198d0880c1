import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { likeness } from '../../likeness/likeness.ts';
import { quote } from '../findings.ts';

/** What spreadsheets make of some letters while somebody types, without being asked. */
const corrections = [
  ['(c)', '©'],
  ['(r)', '®'],
  ['(tm)', '™'],
  ['(e)', '€'],
  [':)', '☺'],
  ['-->', '→'],
  ['<--', '←'],
  ['==>', '⇒'],
] as const;

/** Less alike than this are texts that speak of different things; a reworded activity is seldom below a third. */
const unlike = 0.25;

/** A row that was typed over with another activity, which then has the id of the first one. */
export function nameOvertyped(cell: string, was: string, says: string, file: string): Diagnostic[] {
  if (likeness(was, says) >= unlike) return [];
  const message = `${cell} says ${quote(says)}, where ${quote(was)} stood.`;
  const hints = ['Is it another activity? Then remove the row and add a new one, for this one keeps its id.'];
  return [warning('round-unlike', { file }, message, { hints })];
}

/** Signs in a text that was edited, where the letters stood that programs correct to them. */
export function nameCorrections(cell: string, was: string, says: string, file: string): Diagnostic[] {
  return corrections.flatMap(([typed, sign]) => {
    const isCorrected = was.toLowerCase().includes(typed) && !was.includes(sign) && says.includes(sign);
    if (!isCorrected) return [];
    const message = `${cell} has '${sign}' where '${typed}' stood: a spreadsheet corrects that while somebody types.`;
    return [
      warning('round-spelling', { file }, message, {
        hints: ['It is taken as it stands. Look whether it was meant.'],
      }),
    ];
  });
}
