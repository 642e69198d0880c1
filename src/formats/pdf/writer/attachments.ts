import type { Attachment } from '../../../document/tree.ts';
import type { Pdf, PdfObject } from '../engine/pdfmake.ts';

/** A file in the document, by the object that describes it; another hand may write that. */
export type AttachedFile = { readonly name: string; readonly file: object };

/**
 * Puts files into the document: associated with it as PDF/A-3 wants them (ISO 19005-3, 6.8), and listed by name.
 * pdfkit would sort the names as the locale of the machine does. `others` are in the file already.
 */
export function attachFiles(
  pdf: Pdf,
  attachments: readonly Attachment[],
  date: Date,
  others: readonly AttachedFile[] = [],
): void {
  const sorted = [...attachments].sort(byName);
  const attached = sorted.map((one) => ({ name: one.name, file: attachFile(pdf, one, date) }));
  const files = [...attached, ...others].sort(byName);
  if (files.length === 0) return;
  pdf._root.data.AF = files.map(({ file }) => file);
  pdf._root.data.Names.data.EmbeddedFiles = {
    Names: files.flatMap(({ name, file }) => [new String(name), file]),
  };
}

/** By code unit. */
function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** Puts a file into the document, listed by nobody yet. */
export function attachFile(pdf: Pdf, attachment: Attachment, date: Date): PdfObject {
  const { name, mediaType, bytes, relationship, description } = attachment;
  const stream = pdf.ref({
    Type: 'EmbeddedFile',
    Subtype: escapeName(mediaType),
    Params: { Size: bytes.byteLength, CreationDate: date, ModDate: date },
  });
  stream.end(bytes);
  const file = pdf.ref({
    Type: 'Filespec',
    F: new String(name),
    UF: new String(name),
    Desc: new String(description),
    AFRelationship: relationship,
    EF: { F: stream, UF: stream },
  });
  file.end();
  return file;
}

/** A name object holds anything but plain letters as `#` and two digits (ISO 32000-1, 7.3.5). */
function escapeName(name: string): string {
  return name.replace(
    /[^\w.+-]/gu,
    (character) => `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
