import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { findArchivedPdfs } from './archived.ts';
import { Damaged } from './damaged.ts';
import { readPdf } from './pdf/document.ts';
import type { Published } from './published.ts';
import { readWorkbook } from './xlsx/workbook.ts';

const mebi = 1024 * 1024;
const largest = 64 * mebi;

/**
 * Reads a published document, a PDF or a workbook as its first bytes say; of the archive of a pack, the PDF in it. There is
 * no value where it is none of these, or damaged.
 *
 * @param file what findings name
 */
export async function readPublished(bytes: Uint8Array, file: string): Promise<Checked<Published>> {
  if (bytes.length > largest) {
    return failed(error('file-damaged', { file }, `The file is larger than ${largest / mebi} MiB.`));
  }
  try {
    if (startsWith(bytes, '%PDF-')) return checked(await readPdf(bytes));
    if (startsWith(bytes, 'PK')) return await readArchive(bytes, file);
  } catch (cause) {
    return failed(error('file-damaged', { file }, `The file cannot be read: ${reasonOf(cause)}.`));
  }
  return failed(
    error('file-foreign', { file }, 'The file is neither a PDF nor a workbook.', {
      hints: ['This reads what annex build makes: a .pdf or an .xlsx.'],
    }),
  );
}

async function readArchive(bytes: Uint8Array, file: string): Promise<Checked<Published>> {
  const pdfs = findArchivedPdfs(bytes);
  if (pdfs === undefined) return checked(readWorkbook(bytes));
  const [pdf, ...others] = pdfs.values();
  if (pdf === undefined || others.length > 0) return failed(notOneDocument(file, [...pdfs.keys()]));
  return checked(await readPdf(pdf));
}

function notOneDocument(file: string, pdfs: readonly string[]): Diagnostic {
  const held = pdfs.length === 0 ? 'without a PDF' : `of ${pdfs.length} PDFs`;
  const message = `The file is an archive ${held}; expected one document, or the archive of a pack.`;
  const hints = pdfs.length === 0 ? [] : [`Unpack it and name one of them: ${nameSome(pdfs)}.`];
  return error('file-archive', { file }, message, { hints });
}

const mostNamed = 5;

function nameSome(paths: readonly string[]): string {
  const rest = paths.length - mostNamed;
  return rest > 0 ? `${paths.slice(0, mostNamed).join(', ')} and ${rest} more` : paths.join(', ');
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, magic.length)) === magic;
}

/** Whatever a reader throws is a fault of the file: readers are made for sound files. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Damaged) return cause.message;
  const said = cause instanceof Error ? cause.message : String(cause);
  return said.replace(/\.$/, '') || 'it is damaged';
}
