import { describe, expect, it } from 'vitest';
import { chooseGeometry } from './geometry.ts';

const raci = ['R', 'A', 'C', 'I'];
const rasci = ['R', 'A', 'S', 'C', 'I'];

function describeGeometry(parties: number, signs: readonly string[], paper: 'A4' | 'Letter' = 'A4'): string {
  const { page, party } = chooseGeometry(parties, signs, paper);
  const orientation = page.width > page.height ? 'landscape' : 'portrait';
  const width = Math.round(party.width * 10) / 10;
  return `${orientation}, ${width}, ${party.slots ? `slots of ${party.slots.width}` : 'no slots'}`;
}

describe('the page and the columns of parties', () => {
  it.each([
    [2, raci, 'portrait, 72, slots of 13.5'],
    [3, raci, 'portrait, 60.4, slots of 12.6'],
    [4, raci, 'portrait, 60.4, slots of 12.6'],
    [5, raci, 'landscape, 72, slots of 13.5'],
    [7, raci, 'landscape, 72, slots of 13.5'],
    [8, raci, 'landscape, 58, slots of 12'],
    [9, raci, 'landscape, 57.9, no slots'],
  ])('for %i parties with RACI', (parties, signs, expected) => {
    expect(describeGeometry(parties, signs)).toBe(expected);
  });

  it('turn where four parties with RASCI leave the activities too little room', () => {
    expect(describeGeometry(4, rasci)).toBe('landscape, 85.5, slots of 13.5');
    expect(describeGeometry(3, rasci)).toBe('portrait, 73, slots of 12.6');
  });

  it('go without slots where even the turned page has too little room', () => {
    expect(describeGeometry(8, rasci)).toBe('landscape, 58, no slots');
  });

  it('go without slots for signs longer than two letters', () => {
    expect(describeGeometry(2, ['G', 'G/C'])).toBe('portrait, 58, no slots');
  });

  it('fit Letter too', () => {
    expect(chooseGeometry(2, raci, 'Letter').page).toMatchObject({ width: 612, height: 792 });
  });

  it('never take more than the page, however many parties there are', () => {
    const { page, party } = chooseGeometry(40, raci, 'A4');
    expect(party.width * 40).toBeLessThan(page.width - page.margin.left - page.margin.right - 165);
  });
});
