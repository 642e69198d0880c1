import { describe, expect, test } from 'vitest';
import { encodeCodePage } from './codepages.ts';
import { decodeText } from './decode.ts';

const path = 'matrix.csv';
const decode = (bytes: Uint8Array, language = 'en') => decodeText({ path, bytes }, language);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const legacy = (text: string, page: 'windows-1250' | 'windows-1252') => {
  const encoded = encodeCodePage(text, page);
  if ('missing' in encoded) throw new Error(encoded.missing);
  return encoded.bytes;
};
const rulesOf = (decoded: ReturnType<typeof decode>) =>
  decoded.diagnostics.map((found) => `${found.severity} ${found.rule}`);

const polish = 'id;działanie\nx;usługi „A”\n';

describe('each encoding that a spreadsheet writes is recognized', () => {
  test.each<[string, Uint8Array, string, boolean]>([
    ['UTF-8', utf8(polish), 'utf-8', false],
    ['UTF-8 with a mark', join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(polish)), 'utf-8', true],
    ['UTF-16 LE with a mark', join(Uint8Array.of(0xff, 0xfe), utf16(polish)), 'utf-16le', true],
    ['UTF-16 BE with a mark', join(Uint8Array.of(0xfe, 0xff), swapped(utf16(polish))), 'utf-16be', true],
    ['UTF-16 LE without a mark', utf16(polish), 'utf-16le', false],
    ['UTF-16 BE without a mark', swapped(utf16(polish)), 'utf-16be', false],
  ])('%s', (_, bytes, encoding, bom) => {
    expect(decode(bytes, 'pl')).toEqual({ value: { text: polish, encoding, bom }, diagnostics: [] });
  });

  test('Windows-1250 for Polish, with a warning that names it', () => {
    const decoded = decode(legacy(polish, 'windows-1250'), 'pl');
    expect(decoded.value).toEqual({ text: polish, encoding: 'windows-1250', bom: false });
    expect(rulesOf(decoded)).toEqual(['warning csv-encoding']);
    expect(decoded.diagnostics[0]!.message).toContain('Windows-1250');
  });

  test('Windows-1252 for French', () => {
    const decoded = decode(legacy('rôle;l’accès « été »', 'windows-1252'), 'fr-CA');
    expect(decoded.value?.text).toBe('rôle;l’accès « été »');
    expect(rulesOf(decoded)).toEqual(['warning csv-encoding']);
  });
});

describe('what cannot be read is refused in plain words', () => {
  test.each<[string, Uint8Array, string]>([
    ['a workbook', utf8('PK\u0003\u0004 and so on'), 'Excel workbook'],
    ['a PDF', utf8('%PDF-1.7'), 'PDF'],
    [
      'bytes with NULs all over',
      Uint8Array.from({ length: 64 }, (_, i) => (i % 3 === 0 ? 0 : 0x90)),
      'binary',
    ],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'UTF-32'],
    ['half a letter of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), 'half a letter'],
    ['half a pair of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x41, 0), 'half a letter'],
  ])('%s', (_, bytes, words) => {
    const decoded = decode(bytes);
    expect(decoded.value).toBeUndefined();
    expect(decoded.diagnostics[0]).toMatchObject({ severity: 'error' });
    expect(decoded.diagnostics[0]!.message).toContain(words);
  });

  test('a byte that the code page does not have, at its position', () => {
    const decoded = decode(Uint8Array.of(0x61, 0x0a, 0x62, 0x8f), 'fr');
    expect(decoded.diagnostics).toMatchObject([
      { rule: 'csv-encoding', severity: 'error', place: { file: path, line: 2, column: 2, length: 1 } },
    ]);
    expect(decoded.diagnostics[0]!.message).toContain('0x8F');
  });

  test('a foreign byte in UTF-8, at its position', () => {
    const decoded = decode(join(utf8('été\nà l’'), Uint8Array.of(0xe9), utf8('té')), 'fr');
    expect(decoded.diagnostics).toMatchObject([{ rule: 'csv-encoding', place: { line: 2, column: 5 } }]);
  });

  test('a language whose code page is not known', () => {
    expect(decode(Uint8Array.of(0x61, 0xe0), 'lt').diagnostics[0]!.message).toContain("language 'lt'");
  });
});

test('letters foreign to the language of a legacy file are an error at the first of them', () => {
  const decoded = decode(legacy('id;activity\nx;zmiana usługi\n', 'windows-1250'), 'fr');
  expect(rulesOf(decoded)).toEqual(['warning csv-encoding', 'error csv-encoding-letters']);
  expect(decoded.diagnostics[1]!.place).toEqual({ file: path, line: 2, column: 12, length: 1 });
  expect(decoded.diagnostics[1]!.message).toContain("'us³ugi'");
});

test('text garbled before it was saved as UTF-8 is a warning at the first such letter', () => {
  const decoded = decode(utf8('id\ncafÃ©, thÃ©'));
  expect(rulesOf(decoded)).toEqual(['warning csv-mojibake']);
  expect(decoded.diagnostics[0]).toMatchObject({ place: { line: 2, column: 4, length: 2 } });
  expect(decoded.diagnostics[0]!.message).toContain("'é' seems to be meant (2 times");
});

test('a NUL in a text is left for the rules to judge', () => {
  expect(decode(utf8('id,activity\nx,a NUL \u0000 stands in this text\n')).value?.text).toContain('\u0000');
});
