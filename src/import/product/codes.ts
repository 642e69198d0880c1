import type { CodeConfig } from '../../catalogue/codes.ts';
import type { FoundCode, FoundCodeSet } from '../found.ts';

/** The code set of an imported matrix, and how the signs of its page are written in it. */
export type ImportedCodes = {
  /** As `codes` of annex.yaml and product.yaml takes it. */
  readonly set: string | readonly CodeConfig[];
  /** The text of a cell that holds these signs of the page. */
  readonly write: (signs: readonly string[]) => string;
};

/** Takes a code set over: by its name, or as codes of its own that keep what the page calls them. */
export function adoptCodes(found: FoundCodeSet): ImportedCodes {
  if ('name' in found) return { set: found.name, write: (signs) => signs.join('') };
  const signOf = new Map<string, string>();
  for (const { sign } of found.codes) signOf.set(sign, writableSign(sign, new Set(signOf.values())));
  const written = [...signOf.values()];
  const separator = written.every((sign) => sign.length === 1) ? '' : '/';
  return {
    set: found.codes.map((code, index) => describeCode(code, written[index]!)),
    write: (signs) => signs.map((sign) => signOf.get(sign) ?? sign).join(separator),
  };
}

/** What a code set means for a legend where the page explains no sign: the sign itself. */
function describeCode({ sign, name }: FoundCode, written: string): CodeConfig {
  const meaning = name ?? sign;
  return { sign: written, name: shortName(sign, meaning), meaning };
}

/** The name of a code is a word or two; its meaning may be a sentence. */
function shortName(sign: string, meaning: string): string {
  return meaning.length <= 40 ? meaning : sign;
}

/** What `codes` takes as a sign; a question mark is kept for cells that nobody has decided. */
const signPattern = /^[^\s/,;+&?]{1,8}$/u;

/** A sign that a cell can hold: the page's own, or else its initials, told apart by a number. */
function writableSign(sign: string, taken: ReadonlySet<string>): string {
  const isFree = (text: string) => signPattern.test(text) && !taken.has(text) && !/^[-–—]$/u.test(text);
  if (isFree(sign)) return sign;
  const initials = (sign.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? ['X']).join('').slice(0, 6);
  for (let n = 1; ; n++) {
    const made = n === 1 ? initials : `${initials}${n}`;
    if (isFree(made)) return made;
  }
}
