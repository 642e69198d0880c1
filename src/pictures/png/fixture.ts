/** PNG files made by hand, for tests. */
import { deflateSync } from 'node:zlib';

type Plan = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly interlaced?: boolean;
  /** Filtered rows: each starts with its filter byte. */
  readonly data: Uint8Array;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
};

export function makePng(plan: Plan): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(plan.width, 0);
  header.writeUInt32BE(plan.height, 4);
  header.set([plan.depth, plan.type, 0, 0, plan.interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(plan.palette ? [chunk('PLTE', Buffer.from(plan.palette))] : []),
    ...(plan.transparency ? [chunk('tRNS', Buffer.from(plan.transparency))] : []),
    chunk('IDAT', deflateSync(plan.data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture of one half-transparent red. */
export function solidPng(width: number, height: number): Uint8Array {
  const row = [0, ...Array.from({ length: width }, () => [200, 0, 0, 128]).flat()];
  const data = Uint8Array.from(Array.from({ length: height }, () => row).flat());
  return makePng({ width, height, depth: 8, type: 6, data });
}

/** The checksum is left empty: readers of a trusted file do not look at it. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
