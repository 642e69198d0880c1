import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export type Part = { readonly path: string; readonly text: string };

/** A file as it will lie in an archive: its path, what the archive says of it, and its compressed bytes. */
export type PackedPart = { readonly path: Buffer; readonly about: Buffer; readonly packed: Buffer };

/**
 * 1 January 1980, midnight, in the format of MS-DOS: the earliest date a zip archive can hold. JSZip, which exceljs
 * brings along, writes the clock here.
 */
const DOS_DATE = (1 << 5) | 1;

const VERSION = 20;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** A file made ready once for all archives that it is a part of. */
export function pack({ path, text }: Part): PackedPart {
  const name = Buffer.from(path, 'utf8');
  const content = Buffer.from(text, 'utf8');
  const packed = deflateRawSync(content);
  return { path: name, about: describe(content, packed.length, name.length), packed };
}

/** A zip archive of texts (APPNOTE.TXT 4.3), the same bytes for the same parts on any day and in any time zone. */
export function zip(parts: readonly (Part | PackedPart)[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { path, about, packed } = 'packed' in part ? part : pack(part);
    chunks.push(uint32(0x04034b50), about, path, packed);
    directory.push(directoryEntry(about, path, offset));
    offset += 4 + about.length + path.length + packed.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...chunks, index, endOfDirectory(parts.length, index.length, offset)]);
}

/** The fields that stand both before a file and in the directory: 4.3.7, from `version needed` on. */
function describe(content: Buffer, packedLength: number, nameLength: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(FLAGS, 2);
  about.writeUInt16LE(DEFLATED, 4);
  about.writeUInt16LE(DOS_DATE, 8);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packedLength, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(nameLength, 22);
  return about;
}

/** 4.3.12. */
function directoryEntry(about: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const attributes = Buffer.alloc(10);
  return Buffer.concat([uint32(0x02014b50), madeBy, about, attributes, uint32(offset), name]);
}

/** 4.3.16. */
function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
