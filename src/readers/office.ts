import { Damaged } from './damaged.ts';
import { unpackZip } from './zip.ts';

/** The texts of an office document by their path in it; its pictures stay packed. */
export type OfficeParts = ReadonlyMap<string, Uint8Array>;

/** What the texts of a document may have, all its parts together. */
export type OfficeBounds = { readonly bytes: number; readonly tags: number };

/** A matrix of 10,000 rows stays far below. */
const boundsOfWorkbook: OfficeBounds = { bytes: 64 * 1024 * 1024, tags: 1_000_000 };

/**
 * Unpacks a workbook or a document within bounds, whoever reads it afterwards: an element takes a hundred times the
 * memory of its shortest tag, and a declared entity any. Throws Damaged.
 */
export function unpackOffice(bytes: Uint8Array, bounds = boundsOfWorkbook): OfficeParts {
  const parts = unpackZip(bytes, { bytes: bounds.bytes, wants: isText });
  let tags = 0;
  for (const [path, content] of parts) {
    refuseEntities(path, content);
    tags += countTags(content);
    if (tags > bounds.tags) throw new Damaged(`it has more than ${bounds.tags} tags`);
  }
  return parts;
}

function isText(path: string): boolean {
  return /\.(?:xml|rels)$/iu.test(path);
}

/** Office documents declare no entities; a file that does was made to exhaust its reader. */
function refuseEntities(path: string, content: Uint8Array): void {
  // NULs gone, UTF-16 reads as ASCII.
  const head = Buffer.from(content.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(head)) throw new Damaged(`'${path}' in it declares entities`);
}

function countTags(xml: Uint8Array): number {
  let count = 0;
  for (let at = xml.indexOf(0x3c); at >= 0; at = xml.indexOf(0x3c, at + 1)) count++;
  return count;
}
