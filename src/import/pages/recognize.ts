import type { PageFormat } from '../page.ts';

const byExtension: Readonly<Record<string, PageFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  mdoc: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
};

/**
 * The format of a document: that of an archive by what is in it, else by its name, else by what its text looks like.
 * Undefined for what is no document that can be imported.
 */
export function recognizeFormat(bytes: Uint8Array, file: string): PageFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  if (head.startsWith('PK')) return recognizeArchive(bytes);
  if (head.startsWith('%PDF-') || head.startsWith('\u00d0\u00cf\u0011\u00e0')) return undefined;
  const extension = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase();
  return byExtension[extension ?? ''] ?? recognizeText(head.replaceAll('\0', ''));
}

/** The names of an archive's parts stand in it as they are. */
function recognizeArchive(bytes: Uint8Array): PageFormat | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (archive.includes('word/document.xml', 0, 'latin1')) return 'docx';
  if (archive.includes('xl/workbook.xml', 0, 'latin1')) return 'xlsx';
  return undefined;
}

function recognizeText(text: string): PageFormat {
  if (/<!doctype html|<html\b|<body\b/iu.test(text)) return 'html';
  if (/^#{1,6} \S|^ *\||\*\*\S|\]\(\S|^-{3,}\s*$/mu.test(text)) return 'markdown';
  if (/<(?:table|p|div|h[1-6])\b[^>]*>/iu.test(text)) return 'html';
  return looksLikeCsv(text) ? 'csv' : 'text';
}

/** Whether the first lines have the same number of delimiters, and at least one. */
function looksLikeCsv(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 4);
  if (lines.length < 2) return false;
  return [',', ';'].some((delimiter) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/gu, '').split(delimiter).length - 1);
    return counts[0]! > 1 && counts.every((count) => count === counts[0]);
  });
}
