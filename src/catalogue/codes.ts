import type { Place } from '../diagnostics/place.ts';
import type { Code, CodeSet, Text } from './model.ts';

type Role = Code['role'];

/** Code sets that go by a name; signs in printing order. Their words are `code-<role>` in data/wording.csv. */
const namedSets: Readonly<Record<string, readonly (readonly [sign: string, role: Role])[]>> = {
  RACI: [
    ['R', 'responsible'],
    ['A', 'accountable'],
    ['C', 'consulted'],
    ['I', 'informed'],
  ],
  RASCI: [
    ['R', 'responsible'],
    ['A', 'accountable'],
    ['S', 'support'],
    ['C', 'consulted'],
    ['I', 'informed'],
  ],
  'RACI-VS': [
    ['R', 'responsible'],
    ['A', 'accountable'],
    ['C', 'consulted'],
    ['I', 'informed'],
    ['V', 'verify'],
    ['S', 'signatory'],
  ],
};

/** A code as configured in annex.yaml or product.yaml. */
export type CodeConfig = {
  readonly sign: string;
  readonly role?: Role | undefined;
  readonly name?: string | undefined;
  readonly meaning?: string | undefined;
  readonly filled?: boolean | undefined;
  readonly strong?: boolean | undefined;
};

/**
 * Resolves the configured code set: a name from the list above, or codes of the user's own.
 *
 * @param word finds a word of data/wording.csv by id
 * @param language the language in which the configuration's own names and meanings are written
 */
export function resolveCodeSet(
  configured: string | readonly CodeConfig[],
  word: (id: string) => Text | undefined,
  language: string,
  place: Place,
): CodeSet {
  if (typeof configured === 'string') {
    const pairs = namedSets[configured] ?? namedSets.RACI!;
    return {
      name: configured,
      codes: pairs.map(([sign, role]) => resolveCode({ sign, role }, word, language, place)),
    };
  }
  return {
    name: configured.map((code) => code.sign).join(''),
    codes: configured.map((code) => resolveCode(code, word, language, place)),
  };
}

function resolveCode(
  code: CodeConfig,
  word: (id: string) => Text | undefined,
  language: string,
  place: Place,
): Code {
  const role = code.role ?? 'other';
  const own = (part: string, source: string): Text => ({
    id: `code.${code.sign}.${part}`,
    source,
    language,
    place,
  });
  const shared = (id: string, part: string): Text => word(id) ?? own(part, code.sign);
  return {
    sign: code.sign,
    role,
    name: code.name !== undefined ? own('name', code.name) : shared(`code-${role}`, 'name'),
    meaning:
      code.meaning !== undefined ? own('meaning', code.meaning) : shared(`code-${role}-meaning`, 'meaning'),
    filled: code.filled ?? usualLook(role).filled,
    strong: code.strong ?? usualLook(role).strong,
  };
}

/** How a code of a role is shown where nobody says otherwise. */
export function usualLook(role: string): Pick<Code, 'filled' | 'strong'> {
  return { filled: role === 'accountable', strong: role === 'responsible' || role === 'accountable' };
}

/** A cell of the matrix as read: the signs found, in printing order, and what was no code. */
export type ReadCodes = {
  readonly held: readonly string[];
  readonly unknown: readonly { readonly text: string; readonly offset: number }[];
  readonly repeated: readonly string[];
};

/**
 * Reads the codes of one cell. They may stand in any order, in any case, with `/`, `,`, `;`, `+`, `&` or space
 * between or nothing at all (`RA`, `A/R`, `r, a`); the longest sign wins where one begins another. A dash alone is
 * no role.
 */
export function readCodes(cell: string, set: CodeSet): ReadCodes {
  if (/^[-–—]$/u.test(cell)) return { held: [], unknown: [], repeated: [] };
  const signs = set.codes.map((code) => code.sign).sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  const repeated: string[] = [];
  const unknown: { text: string; offset: number }[] = [];
  for (const piece of cell.matchAll(/[^\s/,;+&]+/gu)) {
    const read = readSigns(piece[0], signs);
    if (read === undefined) unknown.push({ text: piece[0], offset: piece.index });
    for (const sign of read ?? []) {
      if (found.has(sign)) repeated.push(sign);
      found.add(sign);
    }
  }
  const held = set.codes.map((code) => code.sign).filter((sign) => found.has(sign));
  return { held, unknown, repeated };
}

/** Splits a run of letters into signs, or undefined where that cannot be done to its end. */
function readSigns(run: string, signs: readonly string[]): string[] | undefined {
  const whole = signs.find((sign) => sign.toLowerCase() === run.toLowerCase());
  if (whole !== undefined) return [whole];
  const read: string[] = [];
  let at = 0;
  while (at < run.length) {
    const rest = run.slice(at).toLowerCase();
    const sign = signs.find((candidate) => rest.startsWith(candidate.toLowerCase()));
    if (sign === undefined) return undefined;
    read.push(sign);
    at += sign.length;
  }
  return read;
}
