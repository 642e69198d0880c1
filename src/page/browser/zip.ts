/** A file of an archive. */
export type Entry = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * An archive whose files are stored as they are, for they are compressed already (APPNOTE.TXT 6.3.3: stored, names in UTF-8).
 * Its only date is the first that the format can say, so that the same files give the same bytes.
 */
export function writeZip(entries: readonly Entry[]): Blob {
  const local: BlobPart[] = [];
  const central: BlobPart[] = [];
  let offset = 0;
  let size = 0;
  for (const { path, bytes } of entries) {
    const name = new TextEncoder().encode(path);
    const common = commonFields(name, bytes);
    const head = record(0x04034b50, [...common]);
    const listed = record(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]);
    local.push(head, name, bytes);
    central.push(listed, name);
    offset += head.length + name.length + bytes.length;
    size += listed.length + name.length;
  }
  const count = entries.length;
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...local, ...central, end], { type: 'application/zip' });
}

/** A number and how many bytes it takes, the lowest first. */
type Field = readonly [width: 2 | 4, value: number];

const version = 20;
const namesAreUtf8 = 0x0800;
const stored = 0;
const firstDate = 0x0021; // 1 January 1980

function commonFields(name: Uint8Array, bytes: Uint8Array): readonly Field[] {
  const { length } = bytes;
  return [
    [2, version],
    [2, namesAreUtf8],
    [2, stored],
    [2, 0],
    [2, firstDate],
    [4, crc32(bytes)],
    [4, length],
    [4, length],
    [2, name.length],
    [2, 0],
  ];
}

function record(signature: number, fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const all: readonly Field[] = [[4, signature], ...fields];
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [width]) => sum + width, 0)));
  let at = 0;
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = remainders[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
