// Writes a small PNG: few colours, each pixel an index into them. A page of text has few enough as it is.
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/** A PNG from the bytes of a binary PPM, as pdftoppm writes it. */
export function indexedPng(ppm) {
  const { width, height, pixels } = readPpm(ppm);
  return writePng(width, height, indexPixels(coloursOf(pixels)));
}

function readPpm(ppm) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('This is no binary PPM.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: ppm.subarray(head[0].length) };
}

/** The colour of each pixel as one number. */
function coloursOf(pixels) {
  return Uint32Array.from({ length: pixels.length / 3 }, (_, i) => pixels.readUIntBE(3 * i, 3));
}

/** The colours that are used most, which every area of one colour is among, and the nearest of them for each pixel. */
function indexPixels(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([one, often], [other, seldom]) => seldom - often || one - other);
  const kept = byUse.slice(0, mostColours).map(([colour]) => colour);
  const index = new Map(byUse.map(([colour]) => [colour, nearest(colour, kept)]));
  return {
    palette: Buffer.from(kept.flatMap(channelsOf)),
    indices: Buffer.from(Uint8Array.from(colours, (colour) => index.get(colour))),
  };
}

function nearest(colour, kept) {
  const distances = kept.map((other) => distance(channelsOf(colour), channelsOf(other)));
  return distances.indexOf(Math.min(...distances));
}

function distance(one, other) {
  return one.reduce((sum, value, i) => sum + (value - other[i]) ** 2, 0);
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function writePng(width, height, { palette, indices }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are indices; the usual compression, filters, no interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const chunks = [
    ['IHDR', header],
    ['PLTE', palette],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([signature, ...chunks.map(([type, data]) => writeChunk(type, data))]);
}

function writeChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
