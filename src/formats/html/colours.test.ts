import fc from 'fast-check';
import { expect, it } from 'vitest';
import { livelyLook, soberLook } from '../fixture/looks.ts';
import { contrast, inTheDark, paletteOf } from './colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`.toUpperCase());

it('makes any colour of text legible in the dark, on the page and on panels', () => {
  fc.assert(
    fc.property(colour, (text) => {
      const lighter = inTheDark(soberLook, text);
      expect(contrast(lighter, soberLook.dark.bg)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(lighter, soberLook.dark.panel)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it('gives ink, muted and accent the dark colours of the brand, and leaves a light colour as it is', () => {
  const { colour: light, dark } = soberLook;
  expect([light.ink, light.muted, light.accent].map((text) => inTheDark(soberLook, text))).toEqual([
    dark.ink,
    dark.muted,
    dark.accent,
  ]);
  expect(inTheDark(soberLook, '#FFEE88')).toBe('#FFEE88');
});

it('sets links in the accent only where it is legible', () => {
  expect(paletteOf(soberLook).light.get('link')).toBe(soberLook.colour.accent);
  expect(paletteOf(livelyLook).light.get('link')).toBe(livelyLook.colour.ink);
});

it('puts a sign that can be read on the square of codes', () => {
  for (const look of [soberLook, livelyLook]) {
    const { dark } = paletteOf(look);
    expect(contrast(dark.get('on-fill')!, dark.get('fill')!)).toBeGreaterThanOrEqual(4.5);
  }
});
