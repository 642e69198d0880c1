import { inflateSync } from 'node:zlib';

/** Pixels of 8 bits a sample: grey or red, green, blue; and how opaque each pixel is, where not all are. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly colour: Uint8Array;
  readonly alpha: Uint8Array | undefined;
};

type Header = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly isInterlaced: boolean;
};

/** Decodes any PNG (ISO/IEC 15948): all colour types and depths, interlaced or not. Throws on a broken file. */
export function decodePng(bytes: Uint8Array): Pixels {
  const chunks = readChunks(bytes);
  const header = readHeader(chunks.get('IHDR')?.[0]);
  const data = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []));
  const channels = samplesPerPixel[header.type]!;
  const samples = new Uint16Array(header.width * header.height * channels);
  let offset = 0;
  for (const pass of header.isInterlaced ? adam7 : [wholePicture]) {
    offset = readPass(data, offset, { header, channels, pass, samples });
  }
  return toPixels(header, samples, chunks.get('PLTE')?.[0], chunks.get('tRNS')?.[0]);
}

const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function readChunks(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.set(type, [...(chunks.get(type) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
}

function readHeader(chunk: Uint8Array | undefined): Header {
  if (chunk === undefined || chunk.length < 13) throw new Error('The PNG has no header.');
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const type = view.getUint8(9);
  if (samplesPerPixel[type] === undefined) throw new Error(`The PNG has the unknown colour type ${type}.`);
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    type,
    isInterlaced: view.getUint8(12) === 1,
  };
}

/** Which pixels a pass brings: from a start, in steps. */
type Pass = { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number };

const wholePicture: Pass = { x: 0, y: 0, dx: 1, dy: 1 };
const adam7: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

type Target = {
  readonly header: Header;
  readonly channels: number;
  readonly pass: Pass;
  readonly samples: Uint16Array;
};

/** Reads the rows of a pass into the samples of the picture; returns where the next pass starts. */
function readPass(data: Uint8Array, start: number, { header, channels, pass, samples }: Target): number {
  const columns = Math.ceil((header.width - pass.x) / pass.dx);
  const rows = Math.ceil((header.height - pass.y) / pass.dy);
  if (columns <= 0 || rows <= 0) return start;
  const bytesPerRow = Math.ceil((columns * channels * header.depth) / 8);
  const bytesPerPixel = Math.max(1, (channels * header.depth) >> 3);
  if (start + rows * (bytesPerRow + 1) > data.length) throw new Error('The PNG is cut off.');
  let above = new Uint8Array(bytesPerRow);
  for (let row = 0; row < rows; row++) {
    const at = start + row * (bytesPerRow + 1);
    const line = Uint8Array.from(data.subarray(at + 1, at + 1 + bytesPerRow));
    unfilter(data[at]!, line, above, bytesPerPixel);
    for (let i = 0; i < columns * channels; i++) {
      const x = pass.x + Math.floor(i / channels) * pass.dx;
      const y = pass.y + row * pass.dy;
      samples[(y * header.width + x) * channels + (i % channels)] = sampleAt(line, i, header.depth);
    }
    above = line;
  }
  return start + rows * (bytesPerRow + 1);
}

/** Undoes the filter of a row in place (clause 9.2 of the standard). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, bytesPerPixel: number): void {
  for (let i = 0; i < line.length; i++) {
    const left = i >= bytesPerPixel ? line[i - bytesPerPixel]! : 0;
    const corner = i >= bytesPerPixel ? above[i - bytesPerPixel]! : 0;
    line[i] = line[i]! + predicted(filter, left, above[i]!, corner);
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index]!;
  if (depth === 16) return (line[index * 2]! << 8) | line[index * 2 + 1]!;
  const bit = index * depth;
  return (line[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function toPixels(
  header: Header,
  samples: Uint16Array,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): Pixels {
  const { width, height, depth, type } = header;
  const count = width * height;
  const channels = type === 0 || type === 4 ? 1 : 3;
  const stored = samplesPerPixel[type]!;
  const colour = new Uint8Array(count * channels);
  const alpha = new Uint8Array(count).fill(255);
  const scale = (sample: number): number => Math.round((sample * 255) / ((1 << depth) - 1));
  const clearKey = transparency && type !== 3 ? keyOf(transparency) : undefined;
  for (let i = 0; i < count; i++) {
    const pixel = samples.subarray(i * stored, (i + 1) * stored);
    if (type === 3) {
      for (let c = 0; c < 3; c++) colour[i * 3 + c] = palette?.[pixel[0]! * 3 + c] ?? 0;
      alpha[i] = transparency?.[pixel[0]!] ?? 255;
      continue;
    }
    for (let c = 0; c < channels; c++) colour[i * channels + c] = scale(pixel[c]!);
    if (type === 4 || type === 6) alpha[i] = scale(pixel[channels]!);
    else if (clearKey?.every((sample, c) => sample === pixel[c])) alpha[i] = 0;
  }
  return {
    width,
    height,
    channels,
    colour,
    alpha: alpha.every((value) => value === 255) ? undefined : alpha,
  };
}

/** The one colour that a tRNS chunk makes transparent, as samples of 16 bits. */
function keyOf(transparency: Uint8Array): number[] {
  const key: number[] = [];
  for (let i = 0; i + 1 < transparency.length; i += 2)
    key.push((transparency[i]! << 8) | transparency[i + 1]!);
  return key;
}
