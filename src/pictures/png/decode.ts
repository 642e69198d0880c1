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

export type OpenedPng = { readonly pixels: Pixels } | { readonly fault: string };

// Keyed by the bytes themselves: a logo is decoded once for all the files it goes into.
const opened = new WeakMap<Uint8Array, OpenedPng>();

/**
 * Opens any PNG (ISO/IEC 15948): all colour types and depths, interlaced or not. `fault` says in half a sentence why
 * that is not possible. Never throws.
 */
export function openPng(bytes: Uint8Array): OpenedPng {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const result = decode(bytes);
  opened.set(bytes, result);
  return result;
}

function decode(bytes: Uint8Array): OpenedPng {
  if (!signature.every((byte, i) => bytes[i] === byte)) return { fault: 'the file is no PNG' };
  const chunks = readChunks(bytes);
  const header = readHeader(chunks.get('IHDR')?.[0]);
  if (typeof header === 'string') return { fault: header };
  const palette = chunks.get('PLTE')?.[0];
  if (header.type === 3 && palette === undefined) return { fault: 'the PNG lacks its palette' };
  const data = inflate(Buffer.concat(chunks.get('IDAT') ?? []), header);
  if (typeof data === 'string') return { fault: data };
  return { pixels: toPixels(header, readSamples(data, header), palette, chunks.get('tRNS')?.[0]) };
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

// A logo is printed two centimetres high; what is larger than this was put there by mistake.
const mostPixels = 16_000_000;

function readChunks(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    const alike = chunks.get(type);
    if (alike === undefined) chunks.set(type, [content]);
    else alike.push(content);
    at += 12 + length;
  }
  return chunks;
}

/** The header, or what is wrong with it. */
function readHeader(chunk: Uint8Array | undefined): Header | string {
  if (chunk === undefined || chunk.length < 13) return 'the PNG has no header';
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type] = [view.getUint8(8), view.getUint8(9)];
  if (!depths[type]?.includes(depth)) return `the PNG has the unknown colour type ${type} of ${depth} bits`;
  if (width === 0 || height === 0) return 'the PNG has no pixels';
  if (width * height > mostPixels) {
    return `the PNG has ${width} by ${height} pixels, more than the ${mostPixels / 1_000_000} million allowed`;
  }
  return { width, height, depth, type, isInterlaced: view.getUint8(12) === 1 };
}

/** The rows of all passes with their filters, or what is wrong with them. */
function inflate(data: Uint8Array, header: Header): Uint8Array | string {
  if (data.length === 0) return 'the PNG is cut off';
  const length = passesOf(header).reduce((sum, pass) => sum + passLength(header, pass), 0);
  try {
    const rows = inflateSync(data, { maxOutputLength: length + slack });
    return rows.length < length ? 'the PNG is cut off' : rows;
  } catch {
    return 'the pixels of the PNG cannot be read; it is damaged or cut off';
  }
}

// What some programs write behind the last row.
const slack = 65_536;

function readSamples(data: Uint8Array, header: Header): Uint16Array {
  const channels = samplesPerPixel[header.type]!;
  const samples = new Uint16Array(header.width * header.height * channels);
  let offset = 0;
  for (const pass of passesOf(header)) offset = readPass(data, offset, { header, channels, pass, samples });
  return samples;
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

function passesOf(header: Header): readonly Pass[] {
  return header.isInterlaced ? adam7 : [wholePicture];
}

/** Columns, rows and bytes of a row of a pass; of some passes a small picture has nothing. */
function sizeOf(header: Header, pass: Pass): { columns: number; rows: number; bytesPerRow: number } {
  const columns = Math.max(0, Math.ceil((header.width - pass.x) / pass.dx));
  const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((header.height - pass.y) / pass.dy));
  const bitsPerRow = columns * samplesPerPixel[header.type]! * header.depth;
  return { columns, rows, bytesPerRow: Math.ceil(bitsPerRow / 8) };
}

/** Each row is led by the number of its filter. */
function passLength(header: Header, pass: Pass): number {
  const { rows, bytesPerRow } = sizeOf(header, pass);
  return rows * (bytesPerRow + 1);
}

type Target = {
  readonly header: Header;
  readonly channels: number;
  readonly pass: Pass;
  readonly samples: Uint16Array;
};

/** Reads the rows of a pass into the samples of the picture; returns where the next pass starts. */
function readPass(data: Uint8Array, start: number, { header, channels, pass, samples }: Target): number {
  const { columns, rows, bytesPerRow } = sizeOf(header, pass);
  const bytesPerPixel = Math.max(1, (channels * header.depth) >> 3);
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
