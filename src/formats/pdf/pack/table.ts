import { constants, deflateRawSync } from 'node:zlib';

/** A stretch of a compressed stream that stands by itself, and what the sum at the end of the stream needs to know of it. */
export type Stretch = { readonly packed: Uint8Array; readonly sum: number; readonly length: number };

/** Compresses a stretch that others follow; the last one ends the stream. */
export function packStretch(content: Uint8Array, isLast = false): Stretch {
  const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  return { packed: deflateRawSync(content, { finishFlush }), sum: adler32(content), length: content.length };
}

/** Puts stretches together as one stream of zlib (RFC 1950). */
export function joinStretches(stretches: readonly Stretch[]): Uint8Array {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(stretches.reduce((before, { sum, length }) => joinSums(before, sum, length), 1) >>> 0);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...stretches.map(({ packed }) => packed), sum]);
}

const base = 65521;

/** The sum of RFC 1950, 8.2. */
function adler32(content: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of content) {
    low = (low + byte) % base;
    high = (high + low) % base;
  }
  return high * 65536 + low;
}

/** The sum of two stretches by those of each, and the length of the second. */
function joinSums(first: number, second: number, length: number): number {
  const [low, high] = [first % 65536, Math.floor(first / 65536)];
  const rest = length % base;
  const sumLow = (low + (second % 65536) - 1 + base) % base;
  const sumHigh = (rest * low - rest + high + Math.floor(second / 65536) + base * base) % base;
  return sumHigh * 65536 + sumLow;
}
