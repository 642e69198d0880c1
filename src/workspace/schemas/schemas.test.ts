import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readPackageFile } from '../packages.ts';
import { readYaml } from '../yaml.ts';
import { annexKeys, annexSchema } from './annex.ts';
import { brandSchema, checkContrast } from './brand.ts';
import { contrastOf } from './contrast.ts';
import { isIdentifier } from './identifiers.ts';
import { productSchema } from './product.ts';

function read<T>(content: string, schema: z.ZodType<T>) {
  return readYaml({ path: 'f.yaml', bytes: new TextEncoder().encode(content) }, schema);
}

/** Every finding of a file as `line:column message`. */
function findings(content: string, schema: z.ZodType): string[] {
  return read(content, schema).diagnostics.map(({ place, message }) =>
    'line' in place ? `${place.line}:${place.column} ${message}` : message,
  );
}

describe('annex.yaml', () => {
  test('its format alone is enough: the rest has defaults', () => {
    expect(read('format: 1\n', annexSchema).value?.value).toEqual({
      format: 1,
      language: 'en',
      languages: ['en'],
      parties: [
        { id: 'customer', name: 'Customer' },
        { id: 'provider', name: 'Provider' },
      ],
      codes: 'RACI',
      columns: [],
      brand: 'neutral',
      formats: ['pdf', 'xlsx'],
      rules: {},
      accept: [],
    });
  });

  test('the reference language is built where no languages are listed', () => {
    expect(read('format: 1\nlanguage: pt-BR\n', annexSchema).value?.value.languages).toEqual(['pt-BR']);
  });

  test("a code set of one's own, with four parties", () => {
    const written = `format: 1
parties: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D, short: D.}]
codes:
  - {sign: R, role: responsible}
  - {sign: X1, name: Extra, meaning: Does more., filled: true}
columns: [Plan, Comment]
`;
    const { parties, codes, columns } = read(written, annexSchema).value!.value;
    expect(parties).toHaveLength(4);
    expect(codes).toEqual([
      { sign: 'R', role: 'responsible' },
      { sign: 'X1', name: 'Extra', meaning: 'Does more.', filled: true },
    ]);
    expect(columns).toEqual(['plan', 'comment']);
  });

  test.each([
    ['format: 2', '1:9 `format` must be 1; found `2`.'],
    ['format: 1\nlanguages: [en, en]', '2:17 `en` stands in this list twice.'],
    [
      'format: 1\nlanguage: french',
      '2:11 `language` must be a language tag such as fr or pt-BR; found `french`.',
    ],
    [
      'format: 1\nparties: [{id: a, name: A}]',
      '2:10 `parties` must be a list of two parties or more; found a list of one.',
    ],
    ['format: 1\nparties: [{id: a, name: A}, {id: a, name: B}]', '2:34 `a` stands in this list twice.'],
    [
      'format: 1\nparties: [{id: a, name: A}, {id: note, name: B}]',
      '2:34 `note` is a column of every matrix and cannot be a party.',
    ],
    ['format: 1\ncolumns: [Note]', '2:11 `note` is a column of every matrix already.'],
    [
      'format: 1\ncodes: [{sign: R A, role: other, name: x, meaning: y}]',
      '2:16 `sign` must be 1 to 8 characters without spaces or any of / , ; + &; found `R A`.',
    ],
    [
      'format: 1\ncodes: [{sign: R, role: responsible}, {sign: r, role: other, name: x, meaning: y}]',
      '2:46 `r` stands in this list twice.',
    ],
    [
      'format: 1\ncodes: [{sign: X, name: Extra}]',
      '2:9 The code `X` has no `meaning`; a code without a role needs one.',
    ],
    ['format: 1\nrules: {no-r: quiet}', '2:15 `no-r` must be error, warning or off; found `quiet`.'],
    ['format: 1\naccept: [{rule: no-r}]', '2:10 The key `reason` is missing.'],
  ])('%j', (content, finding) => {
    expect(findings(content, annexSchema)).toEqual([finding]);
  });

  test('every key is described', () => {
    const keys = { ...annexKeys.shape, ...productSchema.shape, ...brandSchema.shape };
    expect(Object.entries(keys).filter(([, schema]) => !schema.description)).toEqual([]);
  });
});

describe('product.yaml', () => {
  const least = 'name: Backup\nedition: 2026-03\nupdated: 2026-03-01\n';

  test('a text written as a block has no line break at its end', () => {
    const folded = `${least}summary: >\n  All of it,\n  every day.\n`;
    expect(read(folded, productSchema).value?.value.summary).toBe('All of it, every day.');
  });

  test('name, edition and date are enough', () => {
    expect(read(least, productSchema).value?.value).toEqual({
      name: 'Backup',
      edition: '2026-03',
      updated: '2026-03-01',
      notes: [],
      links: [],
      rules: {},
      accept: [],
    });
  });

  test.each([
    ['updated: 2026-02-30', '`updated` must be a date such as 2026-03-01; found `2026-02-30`.'],
    ['updated: 1 March', '`updated` must be a date such as 2026-03-01; found `1 March`.'],
    [
      'edition: ../x',
      '`edition` must be an edition of up to 31 letters, digits, dots and hyphens, such as 2026-03; found `../x`.',
    ],
    ['name: "  "', '`name` must be a text that is not blank; found ` `.'],
  ])('%s', (line, message) => {
    const key = line.slice(0, line.indexOf(':'));
    const content = least.replace(new RegExp(`^${key}:.*$`, 'm'), line);
    expect(findings(content, productSchema).map((found) => found.replace(/^\S+ /, ''))).toEqual([message]);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
    'https://a b',
    '//example.org',
    'mailto:nobody',
  ])('a link to %s is refused', (url) => {
    expect(findings(`${least}links: [{text: x, url: '${url}'}]\n`, productSchema)).toHaveLength(1);
  });

  test.each(['https://example.org/a?b=c#d', 'http://example.org', 'mailto:a@example.org'])(
    'a link to %s is fine',
    (url) => {
      expect(findings(`${least}links: [{text: x, url: '${url}'}]\n`, productSchema)).toEqual([]);
    },
  );
});

describe('brand.yaml', () => {
  const least = 'name: Example\nlegal: Example Ltd\n';

  test('two names are enough, and the colours of the rest can be read', () => {
    const brand = read(least, brandSchema).value!;
    expect(brand.value.colour.ink).toBe('#14202E');
    expect(brand.value.fonts.codeFeatures).toEqual(['ss01']);
    expect(checkContrast(brand)).toEqual([]);
  });

  test('the fonts of the defaults are installed', () => {
    const { heading, body } = read(least, brandSchema).value!.value.fonts;
    for (const path of [...Object.values(heading), ...Object.values(body)]) {
      expect(readPackageFile(path.slice('package:'.length))?.length).toBeGreaterThan(10_000);
    }
  });

  test.each([
    [
      'logo: ../logo.svg',
      "3:7 `logo` must be a file in the brand's folder such as logo.svg, or package:name/file; found `../logo.svg`.",
    ],
    ['logo: logo.gif', '3:7 The logo `logo.gif` is neither an SVG nor a PNG.'],
    ['colour: {ink: red}', '3:15 `ink` must be a colour such as #14202E, in quotes; found `red`.'],
    ['type: {body: 6}', '3:14 `body` must be a number of points from 8.2 to 14; found `6`.'],
    ['fonts: {body: {regular: a.ttf}}', '3:15 The key `semibold` is missing.'],
    ['cover: band', '3:8 `cover` must be rule or block; found `band`.'],
    ['color: {}', '3:1 The key `color` is not known here.'],
  ])('%s', (line, finding) => {
    expect(findings(`${least}${line}\n`, brandSchema)).toEqual([finding]);
  });

  test('colours that cannot be told apart are named with both keys and the ratio', () => {
    const brand = read(`${least}colour:\n  codeText: '#444444'\n  accent: '#FFE08A'\n`, brandSchema).value!;
    expect(checkContrast(brand).map(({ rule, place, message }) => ({ rule, place, message }))).toEqual([
      {
        rule: 'brand-contrast',
        place: { file: 'f.yaml', line: 4, column: 13, length: 9 },
        message:
          '`colour.codeText` (#444444) on `colour.codeFill` (#14202E) has a contrast of 1.6; a text needs 4.5.',
      },
      {
        rule: 'brand-contrast',
        place: { file: 'f.yaml', line: 5, column: 11, length: 9 },
        message: '`colour.accent` (#FFE08A) on white has a contrast of 1.2; a shape needs 3.',
      },
    ]);
  });

  test('contrast is that of WCAG', () => {
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastOf('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2);
  });
});

test.each(['con', 'nul', 'com1', 'lpt9', 'aux', 'prn', 'Email', '1x', 'a_b', '', `a${'b'.repeat(63)}`])(
  '%j is no id',
  (id) => {
    expect(isIdentifier(id)).toBe(false);
  },
);

test.each(['a', 'email-pro', 'console', 'com10'])('%j is an id', (id) => {
  expect(isIdentifier(id)).toBe(true);
});
