import { Refusal } from './refusal.ts';

/** The class of each glyph, by its number (OpenType specification, "chapter 2", class definition table); 0 for most. */
export type Classes = Uint16Array;

/** Reads a class definition of a font with so many glyphs. Of spans that overlap, the first one counts. */
export function readClasses(table: DataView, at: number, glyphCount: number): Classes {
  const classes = new Uint16Array(glyphCount);
  const format = table.getUint16(at);
  if (format === 1) readEach(table, at, classes);
  else if (format === 2) readSpans(table, at, classes);
  else throw new Refusal(`classes in format ${format}`);
  return classes;
}

function readEach(table: DataView, at: number, classes: Classes): void {
  const first = table.getUint16(at + 2);
  const count = table.getUint16(at + 4);
  for (let i = 0; i < count; i++) classes[first + i] = table.getUint16(at + 6 + i * 2);
}

function readSpans(table: DataView, at: number, classes: Classes): void {
  for (let span = at + 4 + (table.getUint16(at + 2) - 1) * 6; span > at; span -= 6) {
    classes.fill(table.getUint16(span + 4), table.getUint16(span), table.getUint16(span + 2) + 1);
  }
}
