import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { TextPlace } from '../diagnostics/place.ts';
import { recognizeBinary } from './binary.ts';
import { type CodePage, decodeCodePage } from './codepages.ts';
import { findForeignLetters } from './letters.ts';
import { lineStarts, positionAt } from './line.ts';
import { findMojibake } from './mojibake.ts';
import type { Dialect } from './table.ts';
import { decodeUtf8, surveyUtf8 } from './utf8.ts';

/** A file's text without its byte order mark, and how it was written. */
export type Decoded = {
  readonly text: string;
  readonly encoding: Dialect['encoding'];
  readonly bom: boolean;
};

const saveAsUtf8 =
  "In Excel, save as 'CSV UTF-8 (comma delimited)'; in LibreOffice, choose the character set UTF-8.";

const pageOfLanguage: Readonly<Record<string, CodePage>> = {
  ...Object.fromEntries(['pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'sl', 'bs'].map((tag) => [tag, 'windows-1250'])),
  ...Object.fromEntries(['ru', 'bg', 'uk', 'be', 'mk'].map((tag) => [tag, 'windows-1251'])),
  el: 'windows-1253',
};

/** Languages whose files are in no code page that is known here: read as another, they would be garbled. */
const languagesWithoutPage = new Set([
  'lt',
  'lv',
  'et',
  'tr',
  'az',
  'he',
  'ar',
  'fa',
  'vi',
  'th',
  'zh',
  'ja',
  'ko',
]);

/**
 * Reads the bytes of a text file that a spreadsheet may have written: UTF-8, UTF-16, or else the Windows code page
 * of the language it is in. A guessed code page is always reported, and letters foreign to the language are an error.
 *
 * @param language tag of the language that the text is in
 */
export function decodeText(file: { path: string; bytes: Uint8Array }, language: string): Checked<Decoded> {
  const { path, bytes } = file;
  const binary = recognizeBinary(bytes);
  if (binary !== undefined) return failed(binaryFault(path, binary.is, binary.hint));
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return failed(undecodable(path, 'The file is in UTF-32, which is not read.'));
  }
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return readUtf8(path, bytes.subarray(3), language, true);
  if (startsWith(bytes, [0xff, 0xfe])) return readUtf16(path, bytes.subarray(2), 'utf-16le', true);
  if (startsWith(bytes, [0xfe, 0xff])) return readUtf16(path, bytes.subarray(2), 'utf-16be', true);
  const nuls = surveyNuls(bytes);
  if (nuls === 'binary') return failed(binaryFault(path, 'a binary file, not a text', saveAsUtf8));
  if (nuls !== 'text') return readUtf16(path, bytes, nuls, false);
  return readUtf8(path, bytes, language, false);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/**
 * What the NULs of a file without a mark say. In UTF-16 they are every other byte of ASCII, all on one side; a few
 * anywhere are text with a fault that the rules name; many are no text.
 */
function surveyNuls(bytes: Uint8Array): 'text' | 'binary' | 'utf-16le' | 'utf-16be' {
  const counts: [even: number, odd: number] = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) counts[(at & 1) as 0 | 1]++;
  const [even, odd] = counts;
  const few = Math.max(8, bytes.length / 20);
  if (even + odd <= few) return 'text';
  if (bytes.length % 2 === 1) return 'binary';
  if (even * 10 <= odd) return 'utf-16le';
  return odd * 10 <= even ? 'utf-16be' : 'binary';
}

function readUtf8(path: string, bytes: Uint8Array, language: string, bom: boolean): Checked<Decoded> {
  const text = decodeUtf8(bytes);
  if (text !== undefined)
    return checked({ text, encoding: 'utf-8', bom }, reportMojibake(path, text, language));
  if (bytes.includes(0)) return failed(binaryFault(path, 'a binary file, not a text', saveAsUtf8));
  const { invalid, multibyte } = surveyUtf8(bytes);
  if (!bom && invalid.length >= multibyte) return readCodePage(path, bytes, language);
  const first = invalid[0]!;
  const before = decodeUtf8(bytes.subarray(0, first))!;
  const place = placeIn(path, before, before.length, 1);
  return failed(
    undecodable(place, `The file is UTF-8, but ${byteName(bytes[first]!)} is no letter in it.`, [
      'Two encodings are mixed, perhaps by copying lines from another file. Type the letter anew.',
    ]),
  );
}

function readUtf16(
  path: string,
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  bom: boolean,
): Checked<Decoded> {
  const le = encoding === 'utf-16le' ? Buffer.from(bytes) : swapBytes(bytes);
  const text = le.subarray(0, le.length & ~1).toString('utf16le');
  if (bytes.length % 2 === 1)
    return failed(undecodable(path, 'The file is in UTF-16 and ends in half a letter.'));
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0) return checked({ text, encoding, bom }, reportMojibake(path, text));
  return failed(
    undecodable(placeIn(path, text, lone, 1), 'The file is in UTF-16, but half a letter stands here alone.'),
  );
}

function swapBytes(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

function readCodePage(path: string, bytes: Uint8Array, language: string): Checked<Decoded> {
  const tag = language.split('-')[0]!.toLowerCase();
  if (languagesWithoutPage.has(tag)) {
    return failed(
      undecodable(path, `The file is not UTF-8, and no other encoding is read for the language '${tag}'.`),
    );
  }
  const page = pageOfLanguage[tag] ?? 'windows-1252';
  const text = decodeCodePage(bytes, page);
  const missing = text.indexOf('\uFFFD');
  if (missing >= 0) {
    const what = `The file is not UTF-8, and ${byteName(bytes[missing]!)} is no letter of ${pageName(page)} either.`;
    const hint = "Was it saved as 'CSV (Macintosh)' or 'CSV (MS-DOS)'?";
    return failed(undecodable(placeIn(path, text, missing, 1), what, [hint]));
  }
  const assumed = warning(
    'csv-encoding',
    { file: path },
    `The file is not UTF-8; it was read as ${pageName(page)}.`,
    {
      hints: [`Save it as UTF-8 to be sure. ${saveAsUtf8}`],
    },
  );
  return checked({ text, encoding: page, bom: false }, [
    assumed,
    ...reportForeignLetters(path, text, language, page),
  ]);
}

function reportForeignLetters(path: string, text: string, language: string, page: CodePage): Diagnostic[] {
  const found = findForeignLetters(text, language);
  const first = found[0];
  if (first === undefined) return [];
  const characters = [...new Set(found.map((letter) => letter.character))].slice(0, 8).join(' ');
  const place = placeIn(path, text, first.offset, first.character.length);
  const word = clip(first.word, first.word.indexOf(first.character));
  const read = `Read as ${pageName(page)}, the file has '${word}'`;
  const message = `${read}, with letters foreign to its language '${language}': ${characters}.`;
  const hints = [
    `Save it as UTF-8. ${saveAsUtf8}`,
    'Or is the language of the file another one than was stated?',
  ];
  return [error('csv-encoding-letters', place, message, { hints })];
}

function reportMojibake(path: string, text: string, language?: string): Diagnostic[] {
  const found = findMojibake(text);
  const first = found[0];
  if (first === undefined) return language === undefined ? [] : reportSymbolsInWords(path, text, language);
  const times = found.length === 1 ? 'once' : `${found.length} times, here first`;
  const place = placeIn(path, text, first.offset, first.found.length);
  const message = `'${clip(first.found)}' stands where '${clip(first.meant)}' seems to be meant (${times}).`;
  return [
    warning('csv-mojibake', place, message, {
      hints: [
        'The text was once opened in a wrong encoding and saved. Take an older copy, or type these letters anew.',
      ],
    }),
  ];
}

/**
 * Letters of one code page read as another and saved as UTF-8: `us\u00b3ugi` for `us\u0142ugi`. The file is sound, so only
 * what stands inside no word of any language is named, as a warning.
 */
function reportSymbolsInWords(path: string, text: string, language: string): Diagnostic[] {
  const found = linesWithSymbols(text).flatMap(({ start, end }) =>
    findForeignLetters(text.slice(start, end), language)
      .filter(({ character }) => symbolsOfLatin1.test(character))
      .map((letter) => ({ ...letter, offset: start + letter.offset })),
  );
  const first = found[0];
  if (first === undefined) return [];
  const place = placeIn(path, text, first.offset, first.character.length);
  const word = clip(first.word, first.word.indexOf(first.character));
  const times = found.length === 1 ? '' : ` (${found.length} such places, here first)`;
  return [
    warning('csv-mojibake', place, `The word '${word}' has the sign '${first.character}' inside${times}.`, {
      hints: [
        'Was the file once opened in a wrong encoding and saved? Take an older copy, or type the letters anew.',
      ],
    }),
  ];
}

/** Most lines have none of these signs at all, and no word goes on in the next line. */
function linesWithSymbols(text: string): { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = [];
  const symbols = new RegExp(symbolsOfLatin1, 'g');
  while (symbols.test(text)) {
    const start = text.lastIndexOf('\n', symbols.lastIndex - 1) + 1;
    const next = text.indexOf('\n', symbols.lastIndex);
    const end = next < 0 ? text.length : next;
    lines.push({ start, end });
    symbols.lastIndex = end;
  }
  return lines;
}

// Signs that stand where other code pages have letters; the middle dot and the soft hyphen belong into words.
const symbolsOfLatin1 = /[\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf]/;

/** A word that may be a whole cell long, cut to what a message can hold. */
function clip(word: string, around = 0): string {
  if (word.length <= 40) return word;
  const start = Math.max(0, around - 20);
  return `${start > 0 ? '...' : ''}${word.slice(start, start + 40)}...`;
}

function placeIn(file: string, text: string, offset: number, length: number): TextPlace {
  return { file, ...positionAt(text, offset, lineStarts(text)), length };
}

function binaryFault(file: string, is: string, hint: string): Diagnostic {
  return error('csv-binary', { file }, `The file is ${is}; expected a CSV file.`, { hints: [hint] });
}

function undecodable(place: string | TextPlace, message: string, hints: readonly string[] = []): Diagnostic {
  const where = typeof place === 'string' ? { file: place } : place;
  return error('csv-encoding', where, message, { hints: [...hints, `Save it as UTF-8. ${saveAsUtf8}`] });
}

function byteName(byte: number): string {
  return `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function pageName(page: CodePage): string {
  return `Windows-${page.slice(-4)}`;
}
