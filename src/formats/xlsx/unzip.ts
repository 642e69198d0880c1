import { inflateRawSync } from 'node:zlib';
import type { Part } from '../../archive/zip.ts';

/**
 * The files of a zip archive as text, in the order of its directory: how the parts of a workbook are read again.
 * Throws where the bytes are no such archive.
 */
export function unzip(bytes: Uint8Array): readonly Part[] {
  const archive = Buffer.from(bytes);
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw new Error('Not a zip archive: it has no directory');
  let entry = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const nameEnd = entry + 46 + archive.readUInt16LE(entry + 28);
    const path = archive.toString('utf8', entry + 46, nameEnd);
    const packed = contentAt(archive, archive.readUInt32LE(entry + 42), archive.readUInt32LE(entry + 20));
    entry = nameEnd + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
    return { path, text: inflateRawSync(packed).toString('utf8') };
  });
}

function contentAt(archive: Buffer, local: number, length: number): Buffer {
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return archive.subarray(start, start + length);
}
