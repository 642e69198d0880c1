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
const isInWord = (text: string, at: number) => /[A-Za-z]|[^\x00-\x7F\s]/.test(text[at] ?? '');

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
  const found: ForeignLetter[] = [];
  for (const unusual of unusualWords(text, own)) {
    for (const { at, character } of suspects(unusual.word, own)) {
      found.push({ offset: unusual.offset + at, character, word: unusual.word });
    }
  }
  return found;
}

type Word = { readonly offset: number; readonly word: string };

/** The words that are more than letters of one script, all of them the language's own: few of them are. */
function unusualWords(text: string, own: string): Word[] {
  return own.startsWith(shared) ? wordsAround(text, unusualCharacter(own)) : mixedWords(text, own);
}

/** Of Latin letters, any that is not ordinary makes a word unusual: so the words are looked for around those. */
function wordsAround(text: string, unusual: RegExp): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { index } of text.matchAll(unusual)) {
    if (index < end) continue;
    let offset = index;
    while (isInWord(text, offset - 1)) offset--;
    end = index + 1;
    while (isInWord(text, end)) end++;
    words.push({ offset, word: text.slice(offset, end) });
  }
  return words;
}

const unusualCharacters = new Map<string, RegExp>();

function unusualCharacter(own: string): RegExp {
  const known = unusualCharacters.get(own);
  if (known !== undefined) return known;
  const made = new RegExp(`[^\\x00-\\x7F\\s${own}${own.toUpperCase()}]`, 'gu');
  unusualCharacters.set(own, made);
  return made;
}

/** Of others, a word may be Latin, but not half of it. */
function mixedWords(text: string, own: string): Word[] {
  const ordinary = new RegExp(`^(?:[A-Za-z]+|[${own}${own.toUpperCase()}]+)$`, 'u');
  const words = Array.from(text.matchAll(word), (match) => ({ offset: match.index, word: match[0] }));
  return words.filter((each) => !ordinary.test(each.word));
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
