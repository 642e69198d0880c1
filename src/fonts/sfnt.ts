/**
 * The container of a TrueType or OpenType font: a directory of tables by four-letter tag.
 * OpenType specification, "The OpenType Font File" (otff).
 */
export type Sfnt = { readonly tables: ReadonlyMap<string, DataView> };

const directoryStart = 12;
const recordLength = 16;

const otherContainers: Readonly<Record<string, string>> = {
  ttcf: 'a font collection (.ttc)',
  wOFF: 'a WOFF web font',
  wOF2: 'a WOFF2 web font',
};

/** Reads the directory; every table is a view that lies wholly inside the file. `fault` says why there is none. */
export function openSfnt(bytes: Uint8Array): Sfnt | { readonly fault: string } {
  if (bytes.length < directoryStart) return { fault: 'the file is too short to be a font' };
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = tagAt(file, 0);
  const other = otherContainers[signature];
  if (other !== undefined) return { fault: `the file is ${other}; a TrueType or OpenType file is needed` };
  if (file.getUint32(0) !== 0x00010000 && signature !== 'OTTO' && signature !== 'true') {
    return { fault: 'the file is no TrueType or OpenType font' };
  }
  return readDirectory(file);
}

function readDirectory(file: DataView): Sfnt | { readonly fault: string } {
  const count = file.getUint16(4);
  if (directoryStart + count * recordLength > file.byteLength) return { fault: 'the font file is cut off' };
  const tables = new Map<string, DataView>();
  for (let record = directoryStart; record < directoryStart + count * recordLength; record += recordLength) {
    const tag = tagAt(file, record);
    const offset = file.getUint32(record + 8);
    const length = file.getUint32(record + 12);
    if (offset + length > file.byteLength)
      return { fault: `the font file is cut off in its table '${tag.trim()}'` };
    tables.set(tag, new DataView(file.buffer, file.byteOffset + offset, length));
  }
  return { tables };
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}
