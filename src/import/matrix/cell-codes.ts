import { isWord } from './words.ts';

/** What a cell says in letters. */
export type Letters = {
  /** Letters in the order of the alphabet given; none for an empty cell. Undefined where it holds anything else. */
  readonly signs: readonly string[] | undefined;
  /** Footnote marks that stood behind them: `*`, `1`. */
  readonly marks: readonly string[];
};

/**
 * Reads a cell as a set of one-letter codes: in any order, any case, with `/`, `,`, `&`, `+`, a line break or nothing
 * between, in brackets, with a footnote mark behind (`RA*`, `I (1)`).
 */
export function readLetters(text: string, alphabet: readonly string[]): Letters {
  if (saysNone(text)) return { signs: [], marks: [] };
  const marks: string[] = [];
  const bare = narrow(text)
    .replace(/[¹²³]|\(\d\)|\[\d\]|(?<=\p{L})\d$|[*†‡§]+$/gu, (mark) => {
      marks.push(
        mark.replace(/[()[\]]/gu, '').replace(/[¹²³]/u, (raised) => String('¹²³'.indexOf(raised) + 1)),
      );
      return '';
    })
    .replace(/[*_`]/gu, '');
  const letters = bare.replace(/[\s/,;&+|().[\]-]+/gu, '').toUpperCase();
  const known = new Set(alphabet);
  const isSet = letters !== '' && letters.length <= 6 && [...letters].every((letter) => known.has(letter));
  // A letter said twice is a slip, and nobody knows for which other one.
  if (!isSet || new Set(letters).size !== letters.length || isProse(bare)) return { signs: undefined, marks };
  return { signs: alphabet.filter((sign) => letters.includes(sign)), marks };
}

/** `ＲＡ` as Japanese and Chinese pages write it. */
function narrow(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ／，、；＆＋（）]/gu, (wide) =>
    wide === '、' ? ',' : wide.normalize('NFKC'),
  );
}

/** Whether a cell is empty to its reader: nothing, a dash, `N/A`. */
export function saysNone(text: string): boolean {
  return text === '' || isWord('empty', text);
}

/** A mark such as X or a tick: whether it says yes or no; undefined for anything else. */
export function readMark(text: string): boolean | undefined {
  if (saysNone(text) || isWord('unmarked', text)) return false;
  return isWord('mark', text) ? true : undefined;
}

/**
 * Letters that make words (`air`, `is`, `Via`) are codes only where they stand as codes do: in capitals, or one by one.
 * `ra` and `Ra` are codes in a hurry.
 */
function isProse(text: string): boolean {
  return text
    .split(/[\s/,;&+|().[\]-]+/u)
    .some((word) => /\p{Ll}/u.test(word) && !/^[raci]{1,2}$/iu.test(word));
}
