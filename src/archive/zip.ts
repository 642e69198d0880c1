import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export type Part = { readonly path: string; readonly text: string };

/** A file as it will lie in an archive: its path, what the archive says of it, and its bytes in pieces. */
export type PackedPart = {
  readonly path: Buffer;
  readonly about: Buffer;
  readonly packed: readonly Uint8Array[];
};

/**
 * 1 January 1980, midnight, in the format of MS-DOS: the earliest date a zip archive can hold. JSZip, which exceljs
 * brings along, writes the clock here.
 */
const DOS_DATE = (1 << 5) | 1;

const VERSION = 20;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;

// Half the time of zlib's own choice, for a twelfth more bytes.
const level = 3;

/** A file compressed once for all archives that it is a part of. */
export function pack({ path, text }: Part): PackedPart {
  const content = Buffer.from(text, 'utf8');
  const packed = deflateRawSync(content, { level });
  const about = { method: DEFLATED, crc: crc32(content), packed: packed.length, size: content.length };
  return describe(path, about, [packed]);
}

/** A file that is compressed in itself, in pieces; they are not copied. */
export function store(path: string, pieces: readonly Uint8Array[]): PackedPart {
  const size = lengthOf(pieces);
  return describe(path, { method: STORED, crc: crcOf(pieces), packed: size, size }, pieces);
}

/** A zip archive (APPNOTE.TXT 4.3), the same bytes for the same parts on any day and in any time zone. */
export function zip(parts: readonly (Part | PackedPart)[]): Uint8Array {
  return Buffer.concat(zipPieces(parts));
}

/** As zip, in pieces: those of the parts stand among them as they were handed over. */
export function zipPieces(parts: readonly (Part | PackedPart)[]): Uint8Array[] {
  const { pieces, directory, end } = layOut(parts, 0);
  const index = Buffer.concat(directory);
  return [...pieces, Buffer.concat([index, endOfDirectory(parts.length, index.length, end)])];
}

/** The parts from an offset on, and their entries in the directory. */
function layOut(parts: readonly (Part | PackedPart)[], start: number) {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = start;
  for (const part of parts) {
    const { path, about, packed } = 'packed' in part ? part : pack(part);
    pieces.push(Buffer.concat([uint32(0x04034b50), about, path]), ...packed);
    directory.push(directoryEntry(about, path, offset));
    offset += 4 + about.length + path.length + lengthOf(packed);
  }
  return { pieces, directory, end: offset };
}

/** The first files of an archive as one piece, made once for all archives that begin with them. */
export type ZipFront = { readonly bytes: Uint8Array; readonly directory: Buffer; readonly count: number };

/** The front of archives. */
export function zipFront(parts: readonly (Part | PackedPart)[]): ZipFront {
  const { pieces, directory } = layOut(parts, 0);
  return { bytes: Buffer.concat(pieces), directory: Buffer.concat(directory), count: parts.length };
}

/** An archive in two pieces: a front as it was handed over, then further parts. */
export function zipBehind(front: ZipFront, parts: readonly (Part | PackedPart)[]): [Uint8Array, Uint8Array] {
  const { pieces, directory, end } = layOut(parts, front.bytes.length);
  const index = Buffer.concat([front.directory, ...directory]);
  const count = front.count + parts.length;
  return [front.bytes, Buffer.concat([...pieces, index, endOfDirectory(count, index.length, end)])];
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

const checksums = new WeakMap<Uint8Array, number>();

/** The checksum of a first piece is kept: what many files share stands in front of each of them. */
function crcOf([first, ...others]: readonly Uint8Array[]): number {
  if (first === undefined) return 0;
  const known = checksums.get(first) ?? crc32(first);
  checksums.set(first, known);
  return others.reduce((sum, piece) => crc32(piece, sum), known);
}

type About = {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

/** The fields that stand both before a file and in the directory: 4.3.7, from `version needed` on. */
function describe(
  path: string,
  { method, crc, packed, size }: About,
  pieces: readonly Uint8Array[],
): PackedPart {
  const name = Buffer.from(path, 'utf8');
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(FLAGS, 2);
  about.writeUInt16LE(method, 4);
  about.writeUInt16LE(DOS_DATE, 8);
  about.writeUInt32LE(crc, 10);
  about.writeUInt32LE(packed, 14);
  about.writeUInt32LE(size, 18);
  about.writeUInt16LE(name.length, 22);
  return { path: name, about, packed: pieces };
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
