import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { Damaged } from './damaged.ts';
import { readPdf } from './pdf/document.ts';
import type { Published } from './published.ts';
import { readWorkbook } from './xlsx/workbook.ts';

const mebi = 1024 * 1024;
const largest = 64 * mebi;

/**
 * Reads a published document, a PDF or a workbook as its first bytes say. There is no value where it is neither, or
 * damaged.
 *
 * @param file what findings name
 */
export async function readPublished(bytes: Uint8Array, file: string): Promise<Checked<Published>> {
  if (bytes.length > largest) {
    return failed(error('file-damaged', { file }, `The file is larger than ${largest / mebi} MiB.`));
  }
  try {
    if (startsWith(bytes, '%PDF-')) return checked(await readPdf(bytes));
    if (startsWith(bytes, 'PK')) return checked(readWorkbook(bytes));
  } catch (cause) {
    return failed(error('file-damaged', { file }, `The file cannot be read: ${reasonOf(cause)}.`));
  }
  return failed(
    error('file-foreign', { file }, 'The file is neither a PDF nor a workbook.', {
      hints: ['This reads what annex build makes: a .pdf or an .xlsx.'],
    }),
  );
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
