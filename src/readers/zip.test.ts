import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../archive/zip.ts';
import { unpackZip } from './zip.ts';

const bytes = zip([
  { path: 'a.xml', text: '<a/>' },
  { path: 'b.xml', text: 'x'.repeat(5000) },
]);
const text = (found: Uint8Array | undefined) => new TextDecoder().decode(found);

/** A byte somewhere in the archive, changed. */
function withByte(at: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = value;
  return changed;
}

describe('a zip archive', () => {
  it('gives its files by path', () => {
    const files = unpackZip(bytes);
    expect([...files.keys()]).toEqual(['a.xml', 'b.xml']);
    expect(text(files.get('a.xml'))).toBe('<a/>');
  });

  it('is refused where it ends anywhere before its end', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => unpackZip(bytes.slice(0, length))).toThrow();
    }
  });

  it('is refused where a file in it is not the one that was packed', () => {
    const at = Buffer.from(bytes).indexOf('<a/>'.slice(1, 3));
    const packed = at >= 0 ? at : Buffer.from(bytes).indexOf(deflateRawSync('<a/>'));
    expect(packed).toBeGreaterThan(0);
    expect(() => unpackZip(withByte(packed + 1, 0))).toThrow();
  });

  it('never unpacks more than it says, nor says more than a workbook needs', () => {
    const bomb = zip([{ path: 'bomb', text: '0'.repeat(20_000_000) }]);
    const directory = Buffer.from(bomb).indexOf('PK\u0001\u0002', 0, 'latin1');
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(10, directory + 24);
    expect(() => unpackZip(lying)).toThrow('damaged');
    lying.writeUInt32LE(0xfffffff0, directory + 24);
    expect(() => unpackZip(lying)).toThrow('more than 256 MiB');
  });
});
