import type { Chip, Dot, Shape, TextRule } from '../definition.ts';
import type { PageItem, PlacedLine, Word } from './page.ts';

/** Adds what lies behind a placed line: chips behind signs, dots in empty slots, lines under words and through them. */
export function addShapesBehind(line: PlacedLine, items: PageItem[]): void {
  const baseline = line.y + line.ascent;
  const add = (item: Shape): void => void items.push({ type: 'vector', item });
  if (line.node.slots) for (const dot of line.node.slots.dots) add(dotShape(dot, line.x, baseline));
  for (const word of line.inlines) {
    const { chip } = word.run;
    if (chip) add(chipShape(word, chip, line.x, baseline));
  }
  for (const word of line.inlines) {
    const { rule } = word.run;
    if (rule) add(ruleShape(word, rule, line, baseline));
  }
}

function dotShape({ x, radius, colour, rise }: Dot, left: number, baseline: number): Shape {
  return { type: 'ellipse', x: left + x, y: baseline - rise, r1: radius, r2: radius, color: colour };
}

function chipShape(word: Word, chip: Chip, left: number, baseline: number): Shape {
  const { size, radius, colour, rise, outline } = chip;
  const centre = left + word.x + (word.width - word.trailingCut) / 2;
  // A line lies half inside and half outside of the path it follows: an outline is as large as what it outlines.
  const side = size - (outline ?? 0);
  const corner = { x: centre - side / 2, y: baseline - rise - side / 2 };
  const line = outline === undefined ? {} : { lineWidth: outline };
  return { type: 'rect', ...corner, w: side, h: side, r: Math.min(radius, side / 2), color: colour, ...line };
}

const ruleWidth = 0.5;
// Shares of the size of the type: below the base line, and above it at half the height of small letters.
const ruleAt = { under: 0.15, through: -0.25 } as const;

/** The line of a word reaches over the blank behind it to the next word, but not over the end of the line. */
function ruleShape(word: Word, rule: TextRule, line: PlacedLine, baseline: number): Shape {
  const isLast = word === line.inlines.at(-1);
  const y = baseline + ruleAt[rule] * word.fontSize;
  const x1 = line.x + word.x;
  const x2 = x1 + word.width - (isLast ? word.trailingCut : 0);
  return { type: 'line', x1, y1: y, x2, y2: y, lineWidth: ruleWidth, lineColor: word.run.color };
}
