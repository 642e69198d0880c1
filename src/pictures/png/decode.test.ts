import { describe, expect, it } from 'vitest';
import { openPng } from './decode.ts';
import { makePng, solidPng } from './fixture.ts';

function colours(bytes: Uint8Array): { colour: number[]; alpha: number[] | undefined } {
  const opened = openPng(bytes);
  if ('fault' in opened) throw new Error(opened.fault);
  const { colour, alpha } = opened.pixels;
  return { colour: [...colour], alpha: alpha && [...alpha] };
}

describe('openPng', () => {
  it('parts colour from transparency', () => {
    expect(colours(solidPng(1, 2))).toEqual({ colour: [200, 0, 0, 200, 0, 0], alpha: [128, 128] });
  });

  it('looks colours up in a palette, some of them transparent', () => {
    const data = Uint8Array.from([0, 0b01_10_00_00]);
    const palette = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const png = makePng({ width: 2, height: 1, depth: 2, type: 3, data, palette, transparency: [255, 0] });
    expect(colours(png)).toEqual({ colour: [4, 5, 6, 7, 8, 9], alpha: [0, 255] });
  });

  it('brings every depth to 8 bits', () => {
    const one = makePng({ width: 2, height: 1, depth: 1, type: 0, data: Uint8Array.from([0, 0b1000_0000]) });
    const sixteen = makePng({
      width: 1,
      height: 1,
      depth: 16,
      type: 0,
      data: Uint8Array.from([0, 0x80, 0x80]),
    });
    expect(colours(one)).toEqual({ colour: [255, 0], alpha: undefined });
    expect(colours(sixteen)).toEqual({ colour: [128], alpha: undefined });
  });

  it('makes the one transparent colour transparent', () => {
    const data = Uint8Array.from([0, 7, 9]);
    const png = makePng({ width: 2, height: 1, depth: 8, type: 0, data, transparency: [0, 9] });
    expect(colours(png)).toEqual({ colour: [7, 9], alpha: [255, 0] });
  });

  it('undoes every filter', () => {
    const rows = [
      [0, 10, 20],
      [1, 10, 10],
      [2, 5, 5],
      [3, 5, 5],
      [4, 5, 5],
    ];
    const png = makePng({ width: 2, height: 5, depth: 8, type: 0, data: Uint8Array.from(rows.flat()) });
    expect(colours(png).colour).toEqual([10, 20, 10, 20, 15, 25, 12, 23, 17, 28]);
  });

  it('puts the passes of an interlaced picture together', () => {
    // A picture of 2 by 2 has pixels in passes 1, 6 and 7 only.
    const data = Uint8Array.from([0, 1, 0, 2, 0, 3, 4]);
    const png = makePng({ width: 2, height: 2, depth: 8, type: 0, data, interlaced: true });
    expect(colours(png).colour).toEqual([1, 2, 3, 4]);
  });

  it('says what is wrong with a file that it cannot decode', () => {
    const whole = solidPng(9, 9);
    expect(faultOf(new Uint8Array(20))).toBe('the file is no PNG');
    expect(faultOf(whole.subarray(0, 8))).toBe('the PNG has no header');
    expect(faultOf(whole.subarray(0, 40))).toBe('the PNG is cut off');
    expect(faultOf(whole.subarray(0, whole.length - 30))).toContain('cut off');
    expect(faultOf(changed(whole, 45, 0xff))).toContain('damaged or cut off');
    expect(faultOf(changed(whole, 25, 5))).toContain('colour type 5');
    expect(faultOf(changed(whole, 24, 3))).toContain('of 3 bits');
    expect(faultOf(changed(whole, 19, 0))).toBe('the PNG has no pixels');
    expect(faultOf(changed(whole, 16, 0x0f))).toContain('million');
    const row = Uint8Array.from([0, 0]);
    expect(faultOf(makePng({ width: 1, height: 1, depth: 8, type: 3, data: row }))).toContain('palette');
    expect(faultOf(makePng({ width: 9, height: 9, depth: 8, type: 0, data: row }))).toContain('cut off');
  });

  it('never throws, whatever byte is broken', () => {
    const whole = solidPng(5, 5);
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) expect(() => openPng(changed(whole, at, value))).not.toThrow();
    }
  });
});

function faultOf(bytes: Uint8Array): string | undefined {
  const opened = openPng(bytes);
  return 'fault' in opened ? opened.fault : undefined;
}

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
}
