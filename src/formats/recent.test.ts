import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

/** Asks for keys in order; returns those that had to be made. */
function madeFor(recent: Recent<{ readonly key: string }>, keys: readonly string[]): string[] {
  const made: string[] = [];
  for (const key of keys) {
    const value = recent.get(key, (missing) => {
      made.push(missing);
      return { key: missing };
    });
    expect(value.key).toBe(key);
  }
  return made;
}

describe('what is kept of late', () => {
  it('is made once and is the same from then on', () => {
    const recent = new Recent<{ readonly key: string }>(2);
    const first = recent.get('a', (key) => ({ key }));
    expect(recent.get('a', (key) => ({ key }))).toBe(first);
  });

  it('stays while it is asked for, whatever else comes', () => {
    const recent = new Recent<{ readonly key: string }>(2);
    expect(madeFor(recent, ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is forgotten when enough else was asked for since', () => {
    const recent = new Recent<{ readonly key: string }>(2);
    expect(madeFor(recent, ['a', 'b', 'c', 'd', 'e', 'a'])).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
