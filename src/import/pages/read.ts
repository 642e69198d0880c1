import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import { Damaged } from '../../readers/damaged.ts';
import { unpackOffice } from '../../readers/office.ts';
import type { Page } from '../page.ts';
import { readCsv } from './csv.ts';
import { decodePage, foreign } from './decode.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { largestFile, largestOffice, surveyText } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { recognizeFormat } from './recognize.ts';
import { readText } from './text.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads a document from elsewhere, in the format that its content shows. There is no value where it is too large,
 * damaged, or none of the formats.
 *
 * @param file what findings name
 * @param language tag of the language that it is written in, which decides the code page of old files
 */
export async function readPage(bytes: Uint8Array, file: string, language: string): Promise<Checked<Page>> {
  const format = recognizeFormat(bytes, file);
  if (format === undefined) return failed(foreign(file));
  if (bytes.length > largestFile[format]) return failed(tooLarge(file, bytes.length, largestFile[format]));
  try {
    if (format === 'csv') return readCsv(bytes, file, language);
    if (format === 'docx' || format === 'xlsx') return checked(await readOffice(bytes, file, format));
    return readTextual(bytes, file, format, language);
  } catch (cause) {
    if (!(cause instanceof Damaged)) throw cause;
    return failed(error('import-damaged', { file }, `The file cannot be read: ${cause.message}.`));
  }
}

function readTextual(
  bytes: Uint8Array,
  file: string,
  format: 'markdown' | 'html' | 'text',
  language: string,
): Checked<Page> {
  const { value, diagnostics } = decodePage(bytes, file, language);
  if (value === undefined) return failed(...diagnostics);
  surveyText(value, format);
  const read = { markdown: readMarkdown, html: readHtml, text: readText }[format];
  return checked(read(value, file), diagnostics);
}

async function readOffice(bytes: Uint8Array, file: string, format: 'docx' | 'xlsx'): Promise<Page> {
  const parts = unpackOffice(bytes, largestOffice[format]);
  try {
    return format === 'docx' ? await readDocx(parts, file) : readXlsx(parts, file);
  } catch (cause) {
    // What a parser throws is a fault of the file: parsers are made for sound ones.
    throw cause instanceof Damaged ? cause : new Damaged('it is damaged');
  }
}

function tooLarge(file: string, size: number, most: number) {
  const mebi = 1024 * 1024;
  const found = `${Math.ceil(size / mebi)} MiB`;
  return error('import-size', { file }, `The file has ${found}; at most ${most / mebi} MiB are read.`, {
    hints: ['Is this the right file? The page of a matrix is a hundred times smaller.'],
  });
}
