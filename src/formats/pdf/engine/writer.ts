import type { Chip, Dot, Shape, TextRule } from '../definition.ts';
import type { PlacedLine, Word } from './page.ts';
import { PageElementWriter } from './pdfmake.ts';

type Snapshot = { availableWidth: number };

/** pdfmake's writer of pages, which draws what lies behind letters and never drops anything in silence. */
export class AnnexWriter extends PageElementWriter {
  override addLine(line: PlacedLine, keepPosition?: boolean, index?: number): unknown {
    const position = super.addLine(line, keepPosition, index);
    if (!position) throw new Error(`A line is taller than a page: '${textOf(line)}'.`);
    const shapes = shapesBehind(line);
    if (shapes.length > 0) {
      const { items } = this.context().getCurrentPage();
      items.splice(items.length - 1, 0, ...shapes.map((item) => ({ type: 'vector', item }) as const));
    }
    return position;
  }

  override addFragment(block: object, blockX?: boolean, blockY?: boolean, keepPosition?: boolean): unknown {
    const isPlaced = super.addFragment(block, blockX, blockY, keepPosition);
    if (!isPlaced) throw new Error('A block that must not break is taller than a page.');
    return isPlaced;
  }

  /** pdfmake resets the width of the column on a new page, and forgets the margins of the block in progress. */
  override moveToNextPage(): void {
    const context = this.context() as unknown as Snapshot & { readonly snapshots: Snapshot[] };
    const outermost = context.snapshots[0];
    const widths = [context.availableWidth, outermost?.availableWidth ?? 0] as const;
    super.moveToNextPage();
    context.availableWidth = widths[0];
    if (outermost) outermost.availableWidth = widths[1];
  }
}

function textOf(line: PlacedLine): string {
  return line.inlines.map((word) => word.text).join('');
}

/** Chips behind signs, dots in empty slots, lines under words and through them: placed from the base line of the line. */
function shapesBehind(line: PlacedLine): Shape[] {
  const baseline = line.y + line.getAscenderHeight();
  const shapes = (line.node?.slots?.dots ?? []).map((dot) => dotShape(dot, line.x, baseline));
  for (const word of line.inlines) {
    const { chip } = word.run;
    if (chip) shapes.push(chipShape(word, chip, line.x, baseline));
  }
  for (const word of line.inlines) {
    const { rule } = word.run;
    if (rule) shapes.push(ruleShape(word, rule, line, baseline));
  }
  return shapes;
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
