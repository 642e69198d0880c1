import { expect, test } from 'vitest';
import { type CodePage, decodeCodePage, encodeCodePage } from './codepages.ts';

const samples: readonly [CodePage, string, readonly number[]][] = [
  ['windows-1250', 'usługi ž', [0x75, 0x73, 0xb3, 0x75, 0x67, 0x69, 0x20, 0x9e]],
  ['windows-1251', 'Ёж', [0xa8, 0xe6]],
  ['windows-1252', 'œ €', [0x9c, 0x20, 0x80]],
  ['windows-1253', 'Άλφα', [0xa2, 0xeb, 0xf6, 0xe1]],
];

test.each(samples)('%s reads and writes %s', (page, text, bytes) => {
  expect(decodeCodePage(Uint8Array.from(bytes), page)).toBe(text);
  expect(encodeCodePage(text, page)).toEqual({ bytes: Uint8Array.from(bytes) });
});

test('every byte of a code page that has a character comes back as itself', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [page] of samples) {
    const text = decodeCodePage(all, page);
    expect(text).toHaveLength(256);
    const defined = [...text].filter((character) => character !== '\uFFFD');
    const encoded = encodeCodePage(defined.join(''), page);
    expect('bytes' in encoded && [...encoded.bytes]).toEqual(
      [...all].filter((byte) => text[byte] !== '\uFFFD'),
    );
  }
});

test('a character that a code page lacks is named', () => {
  expect(encodeCodePage('a ł', 'windows-1252')).toEqual({ missing: 'ł' });
  expect(encodeCodePage('\uFFFD', 'windows-1252')).toEqual({ missing: '\uFFFD' });
});
