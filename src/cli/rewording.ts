import type { Paint } from '../diagnostics/paint.ts';
import { visible } from '../diagnostics/reporters/human.ts';
import { type WordChange, wordChanges } from '../likeness/word-changes.ts';

/** What was reworded in a text, on one line: `Restore what [-was-] {+has been+} lost`. The signs stay in colour too. */
export function printRewording(was: string, is: string, paint: Paint): string {
  const printed: Readonly<Record<WordChange['kind'], (text: string) => string>> = {
    same: (text) => text,
    removed: (text) => paint.red(`[-${text}-]`),
    added: (text) => paint.green(`{+${text}+}`),
  };
  return wordChanges(was, is)
    .map(({ kind, text }) => printed[kind](visible(text.replaceAll('\n', ' '))))
    .join('');
}
