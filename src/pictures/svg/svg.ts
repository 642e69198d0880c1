import { parseXml, type XmlDocument, XmlDocumentType, type XmlElement } from '@rgrove/parse-xml';
import type { PictureSize } from '../size.ts';
import { findUnsafe } from './safety.ts';

export type OpenedSvg = { readonly size: PictureSize } | { readonly fault: string };

const mostBytes = 512 * 1024;

/**
 * Opens an SVG: well-formed, of shapes that can be painted and nothing else, and with a size. What could reach out of
 * the file, run or repeat itself without end is refused, whether a painter would heed it or not.
 */
export function openSvg(bytes: Uint8Array): OpenedSvg {
  if (bytes.length > mostBytes) return { fault: `the SVG is larger than ${mostBytes / 1024} KiB` };
  const document = parse(bytes);
  if (typeof document === 'string') return { fault: document };
  const { root } = document;
  if (root?.name !== 'svg') return { fault: 'the file is no SVG: its outermost element is not <svg>' };
  const unsafe = declaresEntities(document) ? 'the SVG declares entities' : findUnsafe(root);
  if (unsafe !== undefined) return { fault: unsafe };
  const size = sizeOf(root);
  return size === undefined ? { fault: 'the SVG states no size: it needs a viewBox' } : { size };
}

/** The document, or what keeps it from being read. */
function parse(bytes: Uint8Array): XmlDocument | string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parseXml(text, { preserveDocumentType: true });
  } catch (fault) {
    if (fault instanceof TypeError) return 'the SVG is not UTF-8';
    if (fault instanceof RangeError) return 'the SVG nests its elements too deeply';
    return `the SVG is not well-formed: ${reasonOf(fault)}`;
  }
}

function reasonOf(fault: unknown): string {
  const [reason = ''] = String(fault instanceof Error ? fault.message : fault).split('\n');
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

function declaresEntities(document: XmlDocument): boolean {
  return document.children.some(
    (node) => node instanceof XmlDocumentType && /<!ENTITY/u.test(node.internalSubset ?? ''),
  );
}

/** The size on the outermost element, where its two lengths are of one unit, or that of the view box. */
function sizeOf({ attributes }: XmlElement): PictureSize | undefined {
  const [width, height] = [lengthOf(attributes.width), lengthOf(attributes.height)];
  if (width !== undefined && height !== undefined && width.unit === height.unit) {
    return { width: width.value, height: height.value };
  }
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  return box.length === 4 && boxWidth > 0 && boxHeight > 0
    ? { width: boxWidth, height: boxHeight }
    : undefined;
}

/** A length above nothing; a percentage is none, for there is nothing that it could be a part of. */
function lengthOf(written: string | undefined): { value: number; unit: string } | undefined {
  const [, digits, unit] = /^\s*(\d+(?:\.\d*)?|\.\d+)([a-z]*)\s*$/iu.exec(written ?? '') ?? [];
  const value = Number(digits);
  return value > 0 ? { value, unit: unit!.toLowerCase() } : undefined;
}
