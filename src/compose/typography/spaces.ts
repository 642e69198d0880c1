import { isIn } from './language.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';

/**
 * Gives the white space of a text the kinds that its language wants. Only kinds change: a space never appears where
 * none was typed and never goes, so a proof may compare texts with white space made equal.
 *
 * `hasNarrow` says whether the font has U+202F; without it U+00A0 stands in.
 */
export function setSpaces(text: string, language: string, hasNarrow: boolean): string {
  const dashed = keepDashes(text);
  const set = isIn('fr', language)
    ? setFrench(dashed)
    : isIn('pl', language)
      ? bindShortWords(dashed)
      : dashed;
  return hasNarrow ? set : set.replaceAll(narrow, nbsp);
}

/** A dash never starts a line: the space before ` – ` holds. */
function keepDashes(text: string): string {
  return /[–—]/.test(text) ? text.replace(/ (?=[–—] )/g, nbsp) : text;
}

function setFrench(text: string): string {
  return /[;!?:«»]/.test(text) ? noBreakBeforeColon(narrowInQuotes(narrowBeforeMarks(text))) : text;
}

function narrowBeforeMarks(text: string): string {
  return text.replace(/[ \u00a0\u202f](?=[;!?])/g, narrow);
}

function narrowInQuotes(text: string): string {
  return text.replace(/«[ \u00a0]/g, `«${narrow}`).replace(/[ \u00a0](?=»)/g, narrow);
}

function noBreakBeforeColon(text: string): string {
  return text.replace(/[ \u202f](?=:)/g, nbsp);
}

/** Words of one letter (a i o u w z) never end a line in Polish. The space is looked for first: there are few. */
function bindShortWords(text: string): string {
  return text.replace(/ (?<=(?:^|[\s(„"«–—-])[aiouwz] )(?=\S)/giu, nbsp);
}
