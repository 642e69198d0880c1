import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import { Damaged } from '../../readers/damaged.ts';
import { unpackZip } from '../../readers/zip.ts';
import { decodeText } from '../../tables/decode.ts';
import type { Page, PageFormat } from '../page.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { recognizeFormat } from './recognize.ts';
import { readText } from './text.ts';
import { readXlsx } from './xlsx.ts';

const mebi = 1024 * 1024;

/** The largest files that are read, in bytes. The longest page with a matrix that we know has 0.2 MiB. */
const largest: Readonly<Record<PageFormat, number>> = {
  markdown: 2 * mebi,
  html: 4 * mebi,
  text: 2 * mebi,
  csv: 2 * mebi,
  docx: 16 * mebi,
  xlsx: 16 * mebi,
};

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
  if (bytes.length > largest[format]) return failed(tooLarge(file, bytes.length, largest[format]));
  if (format === 'csv') return readCsv(bytes, file, language);
  if (format === 'docx' || format === 'xlsx') return readArchive(bytes, file, format);
  const { value, diagnostics } = decodeText({ path: file, bytes }, language);
  if (value === undefined) return failed(...diagnostics);
  const hostile = findHostile(value.text, format);
  if (hostile !== undefined) return failed(...diagnostics, unreadable(file, hostile));
  const read = { markdown: readMarkdown, html: readHtml, text: readText }[format];
  return checked(read(value.text, file), diagnostics);
}

async function readArchive(bytes: Uint8Array, file: string, format: 'docx' | 'xlsx'): Promise<Checked<Page>> {
  try {
    // Unpacked here first, within bounds, whoever reads it afterwards.
    refuseEntities(unpackZip(bytes));
    return checked(format === 'docx' ? await readDocx(bytes, file) : readXlsx(bytes, file));
  } catch (cause) {
    return failed(unreadable(file, cause instanceof Damaged ? cause.message : 'it is damaged'));
  }
}

/** Office documents declare no entities; a file that does was made to exhaust its reader. Throws Damaged. */
function refuseEntities(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, content] of files) {
    if (!/\.(?:xml|rels)$/iu.test(path)) continue;
    const head = Buffer.from(content.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(head)) throw new Damaged(`'${path}' in it declares entities`);
  }
}

/** The longest line of Markdown or text, in characters without tags: parsers of inline markup are not linear in it. */
const longestLine = 32_768;

/** A matrix of a thousand rows with a heading each has four thousand lines. */
const mostLines = 50_000;

/** What a page was made of to exhaust its reader, where it was: no page that people read has it. */
function findHostile(text: string, format: PageFormat): string | undefined {
  if (/<!ENTITY/iu.test(text.slice(0, 65_536))) return 'it declares entities';
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.length > mostLines) return `it has ${lines.length} lines`;
  const longest = format === 'html' ? 0 : longestOf(lines);
  if (longest > longestLine) return `one of its lines has ${longest} characters`;
  return deepest(text) > deepestNesting ? `its markup is nested more than ${deepestNesting} deep` : undefined;
}

function longestOf(lines: readonly string[]): number {
  const long = lines.filter(({ length }) => length > longestLine);
  return Math.max(0, ...long.map((line) => line.replace(/<[^<>]*>/gu, '').length));
}

const deepestNesting = 256;
const voids =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/iu;

/** How deep elements are nested, at most; those left open by custom are not counted. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [, slash, name, rest] of text.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})\b([^<>]{0,2000})>/giu)) {
    if (voids.test(name!) || rest!.endsWith('/')) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}

function foreign(file: string) {
  return error('import-format', { file }, 'The file is none of the formats that can be imported.', {
    hints: ['These can: Markdown, HTML, text, DOCX, CSV, XLSX.'],
  });
}

function tooLarge(file: string, size: number, most: number) {
  const found = `${Math.ceil(size / mebi)} MiB`;
  return error('import-size', { file }, `The file has ${found}; at most ${most / mebi} MiB are read.`, {
    hints: ['Is this the right file? The page of a matrix is a hundred times smaller.'],
  });
}

function unreadable(file: string, reason: string) {
  return error('import-damaged', { file }, `The file cannot be read: ${reason}.`);
}
