import { Damaged } from './damaged.ts';
import { unpackZip } from './zip.ts';

/** The texts of an office document by their path in it; its pictures stay packed. */
export type OfficeParts = ReadonlyMap<string, Uint8Array>;

const largest = 64 * 1024 * 1024;
const mostTags = 1_000_000;

/**
 * Unpacks a workbook or a document within bounds, whoever reads it afterwards: an element takes a hundred times the
 * memory of its shortest tag, and a declared entity any. Throws Damaged.
 *
 * @param most tags that its parts may have together; a matrix of 10,000 rows stays far below
 */
export function unpackOffice(bytes: Uint8Array, most = mostTags): OfficeParts {
  const parts = unpackZip(bytes, { bytes: largest, wants: isText });
  let tags = 0;
  for (const [path, content] of parts) {
    refuseEntities(path, content);
    tags += countTags(content);
    if (tags > most) throw new Damaged(`it has more than ${most} tags`);
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
