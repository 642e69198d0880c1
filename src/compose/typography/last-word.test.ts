import { describe, expect, it } from 'vitest';
import { lastSpaceToHold } from './last-word.ts';

const long = 'Keep the service running by day and also by';

describe('the space before the last word', () => {
  it('holds in a long text that ends with a short word', () => {
    expect(lastSpaceToHold(`${long} night.`)).toBe(long.length);
  });

  it('is free before a word of more than 8 letters', () => {
    expect(lastSpaceToHold(`${long} moonlight`)).toBeUndefined();
  });

  it('is free in a text of 40 letters or fewer', () => {
    expect(lastSpaceToHold('Keep it running by night')).toBeUndefined();
  });

  it('is judged by the last line alone', () => {
    expect(lastSpaceToHold(`${long} night\nand day`)).toBeUndefined();
    expect(lastSpaceToHold(`x\n${long} night`)).toBe(long.length + 2);
  });
});
