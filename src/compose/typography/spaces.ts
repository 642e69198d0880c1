const nbsp = '\u00a0';
const narrow = '\u202f';

/**
 * Gives the white space of a text the kinds that its language wants. Only kinds change: a space never appears where
 * none was typed and never goes, so a proof may compare texts with white space made equal.
 *
 * `hasNarrow` says whether the font has U+202F; without it U+00A0 stands in.
 */
export function setSpaces(text: string, language: string, hasNarrow: boolean): string {
  const set = rulesOf(language).reduce((current, rule) => rule(current), text);
  return hasNarrow ? set : set.replaceAll(narrow, nbsp);
}

type Rule = (text: string) => string;

function rulesOf(language: string): readonly Rule[] {
  return [keepDashes, ...(byLanguage[language.split('-')[0]!] ?? [])];
}

const byLanguage: Readonly<Record<string, readonly Rule[]>> = {
  fr: [narrowBeforeMarks, narrowInQuotes, noBreakBeforeColon],
  pl: [bindShortWords],
};

/** A dash never starts a line: the space before ` – ` holds. */
function keepDashes(text: string): string {
  return text.replace(/ (?=[–—] )/g, nbsp);
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

/** Words of one letter (a i o u w z) never end a line in Polish. */
function bindShortWords(text: string): string {
  return text.replace(/(?<=(?:^|[\s(„"«–—-])[aiouwz]) (?=\S)/giu, nbsp);
}
