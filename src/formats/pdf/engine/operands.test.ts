import { describe, expect, it } from 'vitest';
import { numeral } from './operands.ts';

describe('a number in page content', () => {
  it('is rounded to a thousandth, as JavaScript rounds and writes it', () => {
    const values = [
      0, -0, 0.5, -0.5, 1, -1, 0.0004, -0.0004, 0.0005, -0.0005, 0.9995, 12.345, -12.005, 841.89,
    ];
    const spread = Array.from({ length: 2001 }, (_, i) => (i - 1000) * 0.7315);
    for (const value of [...values, ...spread])
      expect(numeral(value)).toBe(String(Math.round(value * 1000) / 1000 || 0));
  });
});
