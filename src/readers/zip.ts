import { crc32, inflateRawSync } from 'node:zlib';
import { Damaged } from './damaged.ts';

const mebi = 1024 * 1024;
const mostFiles = 2_000;

/** What of an archive is unpacked, and how much that may be. */
export type ZipBounds = {
  /** Bytes of all files together. */
  readonly bytes: number;
  /** How many files; 2,000 where it is left out. */
  readonly files?: number;
  /** Whether a file is needed, by its path; others are left packed. */
  readonly wants: (path: string) => boolean;
};

const boundsOfWorkbook: ZipBounds = { bytes: 256 * mebi, wants: () => true };

/** Fields of the directory of an archive (APPNOTE.TXT 4.3.12). */
type Entry = {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/**
 * The files of a zip archive by path, each held against its checksum. What an archive says of its own size is not
 * believed: no more is unpacked than a workbook needs. Throws Damaged.
 */
export function unpackZip(
  bytes: Uint8Array,
  bounds: ZipBounds = boundsOfWorkbook,
): ReadonlyMap<string, Uint8Array> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const files = new Map<string, Uint8Array>();
  let room = bounds.bytes;
  for (const entry of readDirectory(archive, bounds.files)) {
    if (!bounds.wants(entry.path)) continue;
    if (entry.size > room) throw new Damaged(`it unpacks to more than ${bounds.bytes / mebi} MiB`);
    const content = unpack(archive, entry);
    room -= content.length;
    files.set(entry.path, content);
  }
  return files;
}

function readDirectory(archive: Buffer, most = mostFiles): Entry[] {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > archive.length) throw new Damaged('it has no directory, so it may be cut off');
  const count = archive.readUInt16LE(end + 10);
  if (count > most) throw new Damaged(`it holds ${count} files`);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50)
      throw new Damaged('its directory is broken');
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      path: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(archive: Buffer, entry: Entry): Uint8Array {
  const { path, method, offset, packed, size, crc } = entry;
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== 0x04034b50) {
    throw new Damaged(`'${path}' in it is not where the directory says`);
  }
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const content = inflate(archive.subarray(start, start + packed), method, size, path);
  if (content.length !== size || crc32(content) !== crc) throw new Damaged(`'${path}' in it is damaged`);
  return content;
}

function inflate(packed: Buffer, method: number, size: number, path: string): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new Damaged(`'${path}' in it is packed in a way that no workbook is`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Damaged(`'${path}' in it is damaged`);
  }
}
