export type Alphabet = 'Latin' | 'Vietnamese' | 'Greek' | 'Cyrillic';

type Range = readonly [first: number, last: number];

/** The letters that a customer may have, by script: ranges of code points, first and last. */
const alphabets: Readonly<Record<Alphabet, readonly Range[]>> = {
  // What Latin alphabets of Europe are written in, with the signs that stand among letters and figures.
  Latin: [
    [0x20, 0x7e],
    [0xa0, 0xac],
    [0xae, 0x17f],
    [0x218, 0x21b],
    [0x1e9e, 0x1e9e],
    [0x2010, 0x2015],
    [0x2018, 0x201e],
    [0x2020, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
    [0x2030, 0x2030],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2116, 0x2116],
    [0x2122, 0x2122],
  ],
  Vietnamese: [
    [0x1a0, 0x1b0],
    [0x300, 0x323],
    [0x1ea0, 0x1ef9],
    [0x20ab, 0x20ab],
  ],
  Greek: [
    [0x370, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  Cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
  ],
};

/** Texts that fonts like to set as one glyph. */
const joined = [
  'ff',
  'fi',
  'fl',
  'ffi',
  'ffl',
  'fj',
  'ffj',
  'ft',
  'fft',
  'fb',
  'fh',
  'fk',
  'tt',
  'tti',
  'ti',
  'Th',
];

/** The alphabets that a text needs: Latin always, others where one of their letters is in it. */
export function alphabetsOf(text: string): readonly Alphabet[] {
  const codes = Array.from(text.match(beyondLatin) ?? [], (character) => character.codePointAt(0)!);
  const others = (Object.keys(alphabets) as Alphabet[]).filter(
    (name) => name !== 'Latin' && codes.some((code) => isOf(code, name)),
  );
  return ['Latin', ...others];
}

// Most texts hold none of these, and are looked at no further.
const beyondLatin = /[\u0180-\u1fff\u20a0-\u20cf]/gu;

/** Everything that is written in some alphabets, character by character. */
export function charactersOf(names: readonly Alphabet[]): readonly string[] {
  const ranges = names.flatMap((name) => alphabets[name]);
  return [
    ...ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
    ),
    ...joined,
  ];
}

function isOf(code: number, name: Alphabet): boolean {
  return alphabets[name].some(([first, last]) => code >= first && code <= last);
}
