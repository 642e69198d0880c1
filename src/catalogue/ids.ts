/** What an id of a row looks like. */
export const idPattern = /^[a-z][a-z0-9-]{2,63}$/;

/** In words, for hints. */
export const idExpectation =
  'An id has 3 to 64 characters: small letters a-z, digits and hyphens, beginning with a letter.';

const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|janv|fevr|avr|mai|juin|juil|aout|okt|dez|maj|lip|sty|lut|kwi|cze|sie|wrz|paz|lis|gru|ene|abr|ago|dic|gen|mag|giu|lug|set|ott';

/** Ids that a spreadsheet turns into a date when the file is opened and saved: `mar-1`, `sep-2024`. */
const looksLikeDate = new RegExp(`^(?:${months})-?\\d{1,4}$`);

/** Ids that a spreadsheet reads as a truth value. */
const looksLikeLogical = /^(?:true|false)$/;

/** Why a spreadsheet would change this id, or undefined where it would leave it alone. */
export function spreadsheetDanger(id: string): 'a number' | 'a date' | 'a truth value' | undefined {
  if (/^\d+e\d+$/i.test(id)) return 'a number';
  if (looksLikeDate.test(id)) return 'a date';
  if (looksLikeLogical.test(id)) return 'a truth value';
  return undefined;
}

/**
 * Makes an id from a text: its first words in plain letters, `fallback` where the text has none, with a number
 * behind it where the id is taken.
 */
export function makeId(text: string, taken: ReadonlySet<string>, fallback = 'activity'): string {
  const stem = stemOf(text, fallback);
  return taken.has(stem) ? numberedId(stem, taken, 2).id : stem;
}

/**
 * Makes ids for many texts, of which none is another’s or one of `taken`. It goes on counting where it stopped, so that
 * a matrix in which a text stands ten thousand times takes no longer than another.
 */
export function idMaker(taken: ReadonlySet<string>, fallback = 'activity'): (text: string) => string {
  const given = new Set(taken);
  const counts = new Map<string, number>();
  return (text) => {
    const stem = stemOf(text, fallback);
    const made = given.has(stem) ? numberedId(stem, given, counts.get(stem) ?? 2) : { id: stem, next: 2 };
    counts.set(stem, made.next);
    given.add(made.id);
    return made.id;
  };
}

function stemOf(text: string, fallback: string): string {
  const stem = plainWords(text) || fallback;
  return idPattern.test(stem) && !spreadsheetDanger(stem) ? stem : `${fallback}-${stem}`.slice(0, 60);
}

/** The first id from a number on that is not taken, and the number behind it. */
function numberedId(stem: string, taken: ReadonlySet<string>, from: number): { id: string; next: number } {
  for (let n = from; ; n++) {
    const id = `${stem.slice(0, 58)}-${n}`;
    if (!taken.has(id)) return { id, next: n + 1 };
  }
}

const foldedLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** The first few words of a text, folded to a-z and 0-9 and joined by hyphens, at most 40 characters. */
function plainWords(text: string): string {
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœıþ]/g, (letter) => foldedLetters[letter] ?? '');
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 40) : `${slug}-${word}`;
    if (longer.length > 40) break;
    slug = longer;
  }
  return /^[a-z]/.test(slug) ? slug : slug === '' ? '' : `a-${slug}`;
}
