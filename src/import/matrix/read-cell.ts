import { readLetters, readMark, saysNone } from './cell-codes.ts';
import { bareWord, type MatrixKind } from './kinds.ts';
import { signsOfWords } from './words.ts';

/** What the cells of a page may be made of. */
export type Alphabet = {
  readonly alphabet: readonly string[];
  /** Words that cells of own words may hold, over the whole page. */
  readonly vocabulary: ReadonlySet<string>;
};

/** A cell as codes, or why not. */
export type ReadCell = {
  readonly codes: readonly string[] | undefined;
  readonly reason: string | undefined;
  /** Footnote marks that stood behind the codes. */
  readonly marks: readonly string[];
};

/** Reads one cell of a matrix of some kind. */
export function readCell(text: string, kind: MatrixKind['is'], { alphabet, vocabulary }: Alphabet): ReadCell {
  if (saysNone(text) || kind === 'roles') return certain([]);
  if (kind === 'letters') return readLetterCell(text, alphabet);
  if (kind === 'words') return readWordCell(text);
  if (kind === 'own') return readOwnCell(text, vocabulary);
  if (kind === 'prose') return doubtful('The cell says in sentences what the party does, and names no code.');
  const mark = readMark(text);
  return mark === undefined ? doubtful(`'${text}' is neither a mark nor empty.`) : certain(mark ? ['X'] : []);
}

function readLetterCell(text: string, alphabet: readonly string[]): ReadCell {
  const { signs, marks } = readLetters(text, alphabet);
  return signs
    ? certain(signs, marks)
    : doubtful(`'${text}' is no code; expected were letters of ${alphabet.join('')}.`);
}

function readWordCell(text: string): ReadCell {
  const signs = signsOfWords(bareWord(text));
  const isSet = signs !== undefined && signs.length > 0 && new Set(signs).size === signs.length;
  return isSet ? certain(signs, marksBehind(text)) : doubtful(`'${text}' is no word for a code of RACI.`);
}

function readOwnCell(text: string, vocabulary: ReadonlySet<string>): ReadCell {
  const word = bareWord(text);
  const parts = vocabulary.has(word) ? [word] : word.split(/\s*[+/,&]\s*/u);
  return parts.every((part) => vocabulary.has(part))
    ? certain([...new Set(parts)], marksBehind(text))
    : doubtful(`'${text}' is none of the words that the page uses as codes.`);
}

function certain(codes: readonly string[], marks: readonly string[] = []): ReadCell {
  return { codes, reason: undefined, marks };
}

function doubtful(reason: string): ReadCell {
  return { codes: undefined, reason, marks: [] };
}

function marksBehind(text: string): string[] {
  return [...text.matchAll(/[*†‡§¹²³]+$/gu)].map(([mark]) => mark);
}
