import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from './yaml.ts';

const path = 'product.yaml';
const schema = z.strictObject({
  edition: z.string(),
  updated: z.stringFormat('date', /^\d{4}-\d{2}-\d{2}$/, { error: 'a date such as 2026-03-01' }).optional(),
  paper: z.enum(['A4', 'Letter']).default('A4'),
  size: z.number().min(8, 'a number from 8 up').optional(),
  filled: z.boolean().optional(),
  parties: z.array(z.strictObject({ id: z.string().describe('The column.') })).optional(),
  codes: z.union([z.enum(['RACI', 'RASCI']), z.array(z.strictObject({ sign: z.string() }))]).optional(),
  rules: z.record(z.string(), z.enum(['error', 'off'])).optional(),
});

const read = (content: string | Uint8Array) =>
  readYaml(
    { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content },
    schema,
  );

/** Every finding as `line:column rule message`. */
const findings = (content: string | Uint8Array) =>
  read(content).diagnostics.map(({ place, rule, message }) => {
    const at = 'line' in place ? `${place.line}:${place.column} ` : '';
    return `${at}${rule} ${message}`;
  });

describe('values', () => {
  test.each(['1', '1.10', '2026-03-01', '0x1F', 'true', '1e3', '012', "'1.10'", '"1.10"'])(
    'a text written %s arrives as written',
    (written) => {
      expect(read(`edition: ${written}\n`).value?.value.edition).toBe(written.replace(/['"]/g, ''));
    },
  );

  test('numbers and booleans arrive where the schema wants them', () => {
    expect(read('edition: 1\nsize: 9.5\nfilled: true\n').value?.value).toEqual({
      edition: '1',
      size: 9.5,
      filled: true,
      paper: 'A4',
    });
  });

  test('block texts, lists, maps, CRLF and a byte order mark are read', () => {
    const text = '\uFEFFedition: >-\r\n  one\r\n  two\r\nparties:\r\n  - id: a\r\n  - { id: b }\r\n';
    expect(read(text).value?.value).toMatchObject({
      edition: 'one two',
      parties: [{ id: 'a' }, { id: 'b' }],
    });
  });
});

describe('places', () => {
  const file = read('edition: "1"\nparties:\n  - id: abc\nrules:\n  no-r: off\n').value!;

  test('a value is found, and its key', () => {
    expect(file.placeOf(['parties', 0, 'id'])).toEqual({ file: path, line: 3, column: 9, length: 3 });
    expect(file.placeOfKey(['rules', 'no-r'])).toEqual({ file: path, line: 5, column: 3, length: 4 });
  });

  test('of a value that was not written, what would enclose it is found', () => {
    expect(file.placeOf(['parties', 0, 'name'])).toMatchObject({ line: 3, column: 5 });
    expect(file.placeOf(['paper'])).toMatchObject({ line: 1, column: 1 });
  });
});

describe('what the schema finds is said in plain words, at its place', () => {
  test.each([
    [
      'edition: 1\nupdated: soon\n',
      '2:10 yaml-value `updated` must be a date such as 2026-03-01; found `soon`.',
    ],
    ['edition: 1\npaper: A5\n', '2:8 yaml-value `paper` must be A4 or Letter; found `A5`.'],
    ['edition: 1\nsize: big\n', '2:7 yaml-value `size` must be a number; found `big`.'],
    ['edition: 1\nsize: 7\n', '2:7 yaml-value `size` must be a number from 8 up; found `7`.'],
    ['edition: 1\nfilled: yes\n', '2:9 yaml-value `filled` must be true or false; found `yes`.'],
    ['edition: [1]\n', '1:10 yaml-value `edition` must be a text; found a list of one.'],
    ['edition: 1\nparties: x\n', '2:10 yaml-value `parties` must be a list; found `x`.'],
    [
      'edition: 1\nparties:\n  - x\n',
      '3:5 yaml-value An item of `parties` must be a map of keys and values; found `x`.',
    ],
    ['edition: 1\nparties:\n  - {}\n', '3:5 yaml-key-missing The key `id` is missing.'],
    ['paper: A4\n', '1:1 yaml-key-missing The key `edition` is missing.'],
    ['', '1:1 yaml-key-missing The key `edition` is missing.'],
    ['# nothing\n', '1:1 yaml-key-missing The key `edition` is missing.'],
    ['edition:\n', '1:1 yaml-value `edition` has no value.'],
    ['edition: 1\npapier: A4\n', '2:1 yaml-key-unknown The key `papier` is not known here.'],
    ['edition: 1\n__proto__: {x: 1}\n', '2:1 yaml-key-unknown The key `__proto__` is not known here.'],
    ['edition: 1\ncodes: RAC\n', '2:8 yaml-value `codes` must be RACI or RASCI; found `RAC`.'],
    ['edition: 1\ncodes:\n  - sign: R\n  - {}\n', '4:5 yaml-key-missing The key `sign` is missing.'],
    ['edition: 1\nrules: {no-r: maybe}\n', '2:15 yaml-value `no-r` must be error or off; found `maybe`.'],
    ['just words\n', '1:1 yaml-value The file must be a map of keys and values; found `just words`.'],
  ])('%j', (content, finding) => {
    expect(read(content).value).toBeUndefined();
    expect(findings(content)).toEqual([finding]);
  });

  test('all findings of a file, from top to bottom', () => {
    expect(findings('size: x\nfilled: x\ncolor: x\n').map((found) => found.slice(0, 3))).toEqual([
      '1:1',
      '1:7',
      '2:9',
      '3:1',
    ]);
  });

  test('hints name the nearest key, and what a missing key holds', () => {
    expect(read('edition: 1\npapr: A4\n').diagnostics[0]!.hints).toEqual(["Did you mean 'paper'?"]);
    expect(read('edition: 1\nparties: [{}]\n').diagnostics[0]!.hints).toEqual(['`id`: The column.']);
    expect(read('edition: 1\nsize: "9"\n').diagnostics[0]!.hints).toEqual(['Remove the quotes.']);
    expect(read('edition: 1\nparties: [{id:a}]\n').diagnostics.map(({ hints }) => hints)).toContainEqual([
      'Put a space behind the colon: `id: a`.',
    ]);
    expect(read('edition: #1\n').diagnostics[0]!.hints[0]).toContain('A # begins a comment');
  });
});

describe('what is no YAML, or more than is wanted of it, is refused at its place', () => {
  test.each([
    ['edition: a: b\n', '1:10 yaml-syntax A text with a colon and a space in it needs quotes.'],
    ['parties: [{id: a: b}]\n', '1:16 yaml-syntax A text with a colon and a space in it needs quotes.'],
    [
      'rules: {no-r: - off}\n',
      '1:15 yaml-syntax Inside brackets, commas part the items, not lines with `-`.',
    ],
    ['edition: "1\npaper: A4\n', '1:10 yaml-syntax The quote that opens this text is never closed.'],
    ['parties: [a, b\nedition: 1\n', '2:1 yaml-syntax A closing `]` is missing before this.'],
    ['edition: 1\nedition: 2\n', '2:1 yaml-key-duplicate The key `edition` stands twice.'],
    ['rules:\n\tno-r: off\n', '2:1 yaml-syntax A tab stands at the beginning of the line.'],
    ['edition: @1\n', '1:10 yaml-syntax A text that begins with `@` needs quotes.'],
    [
      'edition: 1\n---\nedition: 2\n',
      '2:1 yaml-syntax A second document begins here; the file must hold one.',
    ],
    ['edition: !!str 1\n', '1:16 yaml-syntax Tags (`!`) are not used here.'],
    ['edition: !own 1\n', '1:10 yaml-syntax Tags (`!`) are not used here.'],
    ['edition: a\0\n', '1:11 yaml-encoding A NUL stands here; the file seems to be no text.'],
    [Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a), '1:4 yaml-encoding A letter here is not UTF-8.'],
    [Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 'yaml-encoding The file is in UTF-16; expected UTF-8.'],
    [new Uint8Array(1024 * 1024 + 1).fill(0x20), 'yaml-encoding The file is larger than 1 MiB.'],
  ])('%j', (content, finding) => {
    expect(findings(content)).toEqual([finding]);
  });

  test('anchors, aliases and merge keys, each at its place', () => {
    const refusal = 'yaml-syntax Anchors (`&`), aliases (`*`) and merge keys (`<<`) are not used here.';
    expect(findings('edition: &a 1\npaper: *a\n<<: {}\n')).toEqual([
      `1:13 ${refusal}`,
      `2:8 ${refusal}`,
      `3:1 ${refusal}`,
    ]);
  });

  test.each([
    ['[', '['],
    ['{a: ', '{'],
    ['- ', '-'],
    ['? ', '?'],
  ])('a hundred thousand of %j in a row end in a finding', (piece) => {
    expect(findings(piece.repeat(100_000))).toEqual([expect.stringContaining('nested too deeply')]);
  });
});
