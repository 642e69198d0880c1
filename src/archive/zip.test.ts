import { describe, expect, it } from 'vitest';
import { unzip } from '../formats/xlsx/unzip.ts';
import { pack, store, zip, zipBehind, zipFront, zipPieces } from './zip.ts';

const first = { path: 'a.xml', text: '<a/>' };
const second = pack({ path: 'b.xml', text: 'x'.repeat(5000) });
const third = store('c.txt', [Buffer.from('one '), Buffer.from('two')]);

describe('an archive', () => {
  it('is the same in one piece, in pieces, and behind a front', () => {
    const whole = zip([first, second, third]);
    expect(Buffer.concat(zipPieces([first, second, third]))).toEqual(whole);
    for (const [before, behind] of [
      [[], [first, second, third]],
      [[first, second], [third]],
      [[first, second, third], []],
    ] as const) {
      expect(Buffer.concat(zipBehind(zipFront(before), behind))).toEqual(whole);
    }
  });

  it('begins with the very piece of its front, and holds the files of both', () => {
    const front = zipFront([first]);
    const [beginning, end] = zipBehind(front, [second]);
    expect(beginning).toBe(front.bytes);
    expect(unzip(Buffer.concat([beginning, end])).map(({ path }) => path)).toEqual(['a.xml', 'b.xml']);
  });

  it('has the pieces of a stored file among its own, as they were handed over', () => {
    const piece = Buffer.from('as it is');
    expect(zipPieces([store('a', [piece])])).toContain(piece);
  });
});
