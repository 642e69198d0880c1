import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { decodeText } from '../../tables/decode.ts';
import { decodeUtf8 } from '../../tables/utf8.ts';

/**
 * The text of a page: UTF-8, UTF-16, what a web page says of itself, or else the code page of its language. There is no
 * value where it is no text, or letters of it are lost.
 *
 * @param language tag of the language that it is written in
 */
export function decodePage(bytes: Uint8Array, file: string, language: string): Checked<string> {
  const stated = decodeStated(bytes);
  if (stated !== undefined) return checked(stated);
  const { value, diagnostics } = decodeText({ path: file, bytes }, language);
  const said = diagnostics.map((found) => sayOfPage(found, file));
  return value === undefined ? failed(...said) : checked(value.text, said);
}

/** The text in the encoding that a web page names, where that is not UTF-8; undefined where it names none. */
function decodeStated(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = /<meta\b[^<>]*\bcharset\s*=\s*["']?\s*([\w-]{2,40})/iu.exec(head)?.[1];
  if (label === undefined || /^utf/iu.test(label) || decodeUtf8(bytes) !== undefined) return undefined;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A finding about the bytes of a table, as one about those of a page. */
function sayOfPage(found: Diagnostic, file: string): Diagnostic {
  if (found.rule === 'csv-binary') return foreign(file);
  const said = warning('import-encoding', found.place, found.message, { hints: ['Save the page as UTF-8.'] });
  return { ...said, severity: found.severity };
}

/** What is none of the formats. */
export function foreign(file: string): Diagnostic {
  return error('import-format', { file }, 'The file is none of the formats that can be imported.', {
    hints: ['These can: Markdown, HTML, text, DOCX, CSV, XLSX.'],
  });
}
