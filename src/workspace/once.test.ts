import { describe, expect, it } from 'vitest';
import { forgetFound, once } from './once.ts';

describe('once', () => {
  it('finds out once, undefined too, until all is forgotten', () => {
    let asked = 0;
    const nothing = once(() => {
      asked++;
      return undefined;
    });
    expect([nothing(), nothing(), asked]).toEqual([undefined, undefined, 1]);
    forgetFound();
    expect([nothing(), asked]).toEqual([undefined, 2]);
  });
});
