import { Damaged } from '../../readers/damaged.ts';
import { unpackZip } from '../../readers/zip.ts';
import { largestUnpacked } from './limits.ts';

/** The texts of an office document by their path in it; its pictures stay packed. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Unpacks an office document within bounds, whoever reads it afterwards. Throws Damaged. */
export function unpackDocument(bytes: Uint8Array): Parts {
  const parts = unpackZip(bytes, { bytes: largestUnpacked, wants: isText });
  for (const [path, content] of parts) refuseEntities(path, content);
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
