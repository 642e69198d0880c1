import { describe, expect, it } from 'vitest';
import { splitRaised } from './raised.ts';

function drawn(text: string, language: string): string {
  return splitRaised(text, language)
    .map((part) => (part.raised ? `^${part.text}^` : part.text))
    .join('');
}

describe('what a language raises', () => {
  it('is the ending of French ordinals of one', () => {
    expect(drawn('Le 1er mars, la 1re fois, le 21er et 1erx', 'fr')).toBe(
      'Le 1^er^ mars, la 1^re^ fois, le 21er et 1erx',
    );
  });

  it('is nothing in other languages', () => {
    expect(drawn('1er', 'de')).toBe('1er');
  });
});
