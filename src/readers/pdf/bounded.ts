import { inflateSync } from 'node:zlib';
import { Damaged } from '../damaged.ts';

const mebi = 1024 * 1024;
const limit = 128 * mebi;

/**
 * Throws Damaged where the streams of a PDF inflate to more than a document of its kind can need, before a reader
 * that has no bounds of its own unpacks them.
 */
export function assertBounded(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let room = limit;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    room -= inflatedLength(file.subarray(startOfStream(file, at)), room);
  }
}

function startOfStream(file: Buffer, keyword: number): number {
  const start = keyword + 'stream'.length;
  return (
    start + (file[start] === 0x0d ? 1 : 0) + (file[start + (file[start] === 0x0d ? 1 : 0)] === 0x0a ? 1 : 0)
  );
}

function inflatedLength(packed: Buffer, room: number): number {
  // The first byte of a zlib stream with a window of 32 KiB, which all writers of PDF use.
  if (packed[0] !== 0x78) return 0;
  try {
    return inflateSync(packed, { maxOutputLength: room }).length;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return 0;
    throw new Damaged(`it unpacks to more than ${limit / mebi} MiB`);
  }
}
