import type { Refusal } from '../found.ts';
import type { Page, TextLine } from '../page.ts';
import { fold, hasWord, isWord } from './words.ts';

/**
 * Finds tables that lost their columns: cells joined by blanks (`… as needed RA I`), glued (`…neededRAI`) or one a line.
 * What they say of owners cannot be told, so every line of them is refused with what was seen.
 */
export function refuseLines(page: Page): Refusal[] {
  const lines = page.blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));
  if (!lines.some((line, index) => isHead(line) || isSplitHead(line, lines[index + 1]))) return [];
  return lines.flatMap((line): Refusal[] => {
    const lost = isHead(line) ? undefined : lostColumns(line.text);
    return lost === undefined ? [] : [{ line: line.line, text: line.text, reason: lost }];
  });
}

/** `Activity Customer OVHcloud`, `ActivityCustomerOVHcloud`: a head whose columns ran together. */
function isHead({ text }: TextLine): boolean {
  const [first = ''] = fold(text).split(/[^\p{L}]/u);
  const isGlued = /^(?:activity|activite|actividad|attivita|aktivitat|tatigkeit|czynnosc|aufgabe|task)/u.test(
    first,
  );
  return (
    text.length < 120 &&
    isGlued &&
    (hasWord('customer', text) || /customer|client|kunde|klient/iu.test(text) || first !== fold(text))
  );
}

/** A head with a cell a line. */
function isSplitHead({ text }: TextLine, next: TextLine | undefined): boolean {
  return (
    isWord('activity', text) && next !== undefined && next.text.length < 60 && hasWord('customer', next.text)
  );
}

function lostColumns(text: string): string | undefined {
  if (/^(?:[RACI]{1,4}|[RACI](?:\/[RACI])+)$/u.test(text)) {
    return 'The codes stand on a line of their own, and nothing says whose they are.';
  }
  if (/\s(?:[RACI]{1,4})(?:\s[RACI]{1,4})*$/u.test(text)) {
    return 'The cells ran together: nothing says whose codes these are.';
  }
  return /[\p{Ll})\].](?:[RACI]{1,6})$/u.test(text)
    ? 'The codes are glued to the text and to each other: nothing says where one ends and whose it is.'
    : undefined;
}
