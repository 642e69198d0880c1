/**
 * Whether text decoded by a guessed code page looks like its language. A Polish file read as Windows-1252 gives
 * `us³ugi`: valid text that any font shows, and in a contract.
 */
export type ForeignLetter = { readonly offset: number; readonly character: string; readonly word: string };

/**
 * Letters that have the same byte in Windows-1250 and Windows-1252: no sign of a wrong guess between these two,
 * whatever the language.
 */
const shared = 'áâäçéëíîóôöúüýß';

/** Lower-case letters beyond a-z that a language is written with, those of common loan words and names included. */
const lettersOf: Readonly<Record<string, string>> = {
  en: `${shared}àèï`,
  fr: `${shared}àæèêïùûœ`,
  de: `${shared}àèê`,
  nl: `${shared}àèêïû`,
  es: `${shared}ñ`,
  it: `${shared}àèìòù`,
  pt: `${shared}àãêõ`,
  sv: `${shared}åàæø`,
  da: `${shared}æøåà`,
  nb: `${shared}æøåàò`,
  nn: `${shared}æøåàò`,
  no: `${shared}æøåàò`,
  fi: `${shared}åšž`,
  pl: `${shared}ąćęłńśźż`,
  cs: `${shared}čďěňřšťůž`,
  sk: `${shared}čďĺľňŕšťž`,
  hu: `${shared}őű`,
  ro: `${shared}ăşţ`,
  hr: `${shared}čćđšž`,
  sl: `${shared}čšžćđ`,
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  el: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ',
};

/** Signs that Unicode counts as letters and that stand in text of every language: µs, 1º, 2ª. */
const neutral = new Set(['µ', 'º', 'ª']);

/** A word with what stands between its letters. White space and ASCII punctuation end it. */
const word = /(?:\p{L}|[^\x00-\x7F\s])+/gu;

/** How far around a character its word is looked at: a cell of a million letters must not cost a million squared. */
const reach = 8;

/** What may stand between two letters without a space: dashes, quotes, signs that join. */
const joiners = /[\u00AD\u2010-\u2015\u2018\u2019\u201C\u201D«»…·°×±€§]/;

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * The letters of a text that are foreign to its language, and signs that stand where a letter should.
 * Nothing is known of other languages than those above: their text passes.
 */
export function findForeignLetters(text: string, language: string): ForeignLetter[] {
  const own = lettersOf[language.split('-')[0]!.toLowerCase()];
  if (own === undefined) return [];
  const ordinary = ordinaryWord(own);
  const found: ForeignLetter[] = [];
  for (const match of text.matchAll(word)) {
    if (ordinary.test(match[0])) continue;
    for (const { at, character } of suspects(match[0], own)) {
      found.push({ offset: match.index + at, character, word: match[0] });
    }
  }
  return found;
}

const ordinaryWords = new Map<string, RegExp>();

/** What nearly every word is: letters of one script, all of them the language's own. */
function ordinaryWord(own: string): RegExp {
  const known = ordinaryWords.get(own);
  if (known !== undefined) return known;
  const letters = own + own.toUpperCase();
  const isLatin = own.startsWith(shared);
  const made = isLatin
    ? new RegExp(`^[A-Za-z${letters}]+$`, 'u')
    : new RegExp(`^(?:[A-Za-z]+|[${letters}]+)$`, 'u');
  ordinaryWords.set(own, made);
  return made;
}

function suspects(text: string, own: string): { at: number; character: string }[] {
  const found: { at: number; character: string }[] = [];
  let at = 0;
  for (const character of text) {
    const before = text.slice(Math.max(0, at - reach), at);
    const after = text.slice(at + character.length, at + character.length + reach);
    const isSuspect = isPlainLetter(character)
      ? isForeign(character, own) || joinsScripts(before, character)
      : isBetweenLetters(before, after) && !joiners.test(character);
    if (isSuspect) found.push({ at, character });
    at += character.length;
  }
  return found;
}

function isPlainLetter(character: string): boolean {
  return /\p{L}/u.test(character) && !neutral.has(character);
}

function isForeign(letter: string, own: string): boolean {
  const lower = letter.toLowerCase();
  return lower > '\x7F' && !own.includes(lower);
}

/** Whether a letter follows one of another script: no word mixes Latin and Cyrillic. */
function joinsScripts(before: string, letter: string): boolean {
  const last = before.at(-1);
  if (last === undefined || !isPlainLetter(last)) return false;
  return (
    scripts.findIndex((script) => script.test(last)) !== scripts.findIndex((script) => script.test(letter))
  );
}

function isBetweenLetters(before: string, after: string): boolean {
  return /\p{L}[^\p{L}\s]*$/u.test(before) && /^[^\p{L}\s]*\p{L}/u.test(after);
}
