import type { Text, TranslationMemory, TranslationRow } from './model.ts';

/**
 * A language that nobody speaks, for trying out templates and brands: every text accented, longer and in brackets.
 * What overflows would overflow in some language; what has no brackets is not translated at all. The tag is one that
 * ISO 639-2 keeps for private use.
 */
export const pseudoLanguage = 'qps';

/** The translations of all texts into the pseudo-language, which needs no file. */
export function pseudoMemory(texts: Iterable<Text>): TranslationMemory {
  const phrases = new Map<string, TranslationRow>();
  for (const { source, place } of texts) {
    phrases.set(source, { id: '', source, text: pseudoText(source), status: 'machine', place });
  }
  return { language: pseudoLanguage, byId: new Map(), phrases, byProduct: new Map() };
}

/**
 * A text in the pseudo-language: `Backups` becomes `[Båçķûpš öñé]`. Figures and {placeholders} stay as they are, and so
 * does a text without letters of its own, such as the pattern of a date.
 */
export function pseudoText(source: string): string {
  const parts = source.split(/(\{[a-zA-Z]+\})/u);
  const isOwn = (_part: string, i: number): boolean => i % 2 === 0;
  if (!parts.filter(isOwn).some((part) => /\p{L}/u.test(part))) return source;
  const accented = parts.map((part, i) => (isOwn(part, i) ? accent(part) : part)).join('');
  return `[${accented}${padding(Math.ceil(source.length * growth))}]`;
}

/** By how much of its length a text grows: what German or French take more than English. */
const growth = 0.4;

/** Words of at least so many characters. */
function padding(length: number): string {
  let padded = '';
  for (let i = 0; padded.length < length; i++) padded += ` ${counting[i % counting.length]}`;
  return padded;
}

function accent(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => accented.get(letter) ?? letter);
}

// Letters that any font for Central European languages has.
const accented = new Map(
  [...'aåcçdđeégğiîkķlļnñoörŕsštťuûwŵyýzž'.matchAll(/../gu)].flatMap(([[plain, letter]]) => [
    [plain!, letter!],
    [plain!.toUpperCase(), letter!.toUpperCase()],
  ]),
);

const counting = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(accent);
