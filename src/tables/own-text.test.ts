import { describe, expect, it } from 'vitest';
import { ownText } from './own-text.ts';

describe('a text by itself', () => {
  it.each([
    ['nothing', ''],
    ['a short text', 'Back up'],
    ['one of Latin letters', 'Rétablir les boîtes aux lettres ÿ'],
    ['one with letters of two bytes', 'Przywrócić skrzynki pocztowe – „raz”'],
    ['one with characters of two code units', 'Keep it dry in the rain 🌧 of the day'],
    ['one with half a character', `Half of it \ud83c is lost here`],
    ['a long one', 'é'.repeat(70_000)],
    ['a long one of two bytes', 'ł'.repeat(70_000)],
    ['one that just fits', '☂'.repeat(1 << 15)],
    ['one with a NUL', 'Before it \u0000 and behind it'],
  ])('says the same: %s', (_, text) => {
    const whole = `before ${text} behind ☂`;
    expect(ownText(whole.slice(7, 7 + text.length))).toBe(text);
  });
});
