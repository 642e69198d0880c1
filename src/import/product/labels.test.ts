import { expect, it } from 'vitest';
import { makeLabel } from './labels.ts';

it('needs no label where the words fit', () => {
  expect(makeLabel('Cloud platform team', 8)).toBeUndefined();
});

it('parts a long word where a syllable may begin', () => {
  expect(makeLabel('Gerenciamento de alterações', 8)).toBe('Gerencia\u00admento de alterações');
  expect(makeLabel('Предоставление решения', 8)?.replaceAll('\u00ad', '')).toBe('Предоставление решения');
});

it('leaves no piece wider than the column', () => {
  for (const parties of [2, 8, 12, 16]) {
    const label = makeLabel('Donaudampfschifffahrtsgesellschaft', parties)!;
    expect(label.replaceAll('\u00ad', '')).toBe('Donaudampfschifffahrtsgesellschaft');
    expect(Math.max(...label.split('\u00ad').map((piece) => piece.length))).toBeLessThanOrEqual(10);
  }
});
