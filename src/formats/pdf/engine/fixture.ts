/** Ways to look at laid out pages and finished files, for tests. */
import { inflateSync } from 'node:zlib';
import type { AnnexDocument } from '../../../document/tree.ts';
import { layOut } from '../layout/layout.ts';
import { AnnexBuilder } from './builder.ts';
import { AnnexPdf } from './document.ts';
import type { LaidPage, PlacedLine } from './page.ts';

/** A line on a page: what it says and where. Points from the top left corner. */
export type SeenLine = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly line: PlacedLine;
};

export function layPages(document: AnnexDocument): readonly LaidPage[] {
  const definition = layOut(document);
  const builder = new AnnexBuilder(definition.page);
  const pages = builder.place(definition, new AnnexPdf(definition));
  builder.addRunningLines(definition, { before: 0, count: pages.length });
  return pages;
}

/** The lines of each page, without running header and footer. */
export function seenLines(document: AnnexDocument): SeenLine[][] {
  return layPages(document).map((page) =>
    page.items.flatMap((entry) => {
      if (entry.type !== 'line' || entry.item.node?.furniture) return [];
      return [seenLine(entry.item)];
    }),
  );
}

function seenLine(line: PlacedLine): SeenLine {
  const text = line.inlines.map((word) => word.text).join('');
  const last = line.inlines.at(-1);
  const x = line.x + (line.inlines[0]?.x ?? 0);
  const right = line.x + (last ? last.x + last.width - last.trailingCut : 0);
  return { text: text.trim(), x, right, baseline: line.y + line.getAscenderHeight(), line };
}

/** The decoded streams of a file that are page content: drawing operators, readable. */
export function contentStreams(bytes: Uint8Array): string[] {
  return decodedStreams(bytes).filter(
    (stream) => /\bBT\b|\bre\b/u.test(stream) && !stream.includes('CIDInit'),
  );
}

/** Every compressed stream of a file, decoded. */
export function decodedStreams(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].flatMap(([, stream]) => {
    const decoded = tryInflate(Buffer.from(stream!, 'latin1'));
    return decoded === undefined ? [] : [decoded];
  });
}

function tryInflate(data: Buffer): string | undefined {
  try {
    return inflateSync(data).toString('latin1');
  } catch {
    return undefined;
  }
}

/** The codes that an operand of TJ shows: `(\\0a\\0b)80(\\0c)` shows three. */
export function codesIn(operand: string): number[] {
  const strings = [...operand.matchAll(/\(((?:\\.|[^\\)])*)\)/gu)].map(([, string]) => string!);
  const bytes = strings
    .join('')
    .replace(/\\(.)/gu, (_, byte: string) => ({ n: '\n', r: '\r' })[byte] ?? byte);
  return Array.from({ length: bytes.length / 2 }, (_, i) => Buffer.from(bytes, 'latin1').readUInt16BE(i * 2));
}
