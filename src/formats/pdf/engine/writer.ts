import type { Dot, Shape } from '../definition.ts';
import type { PlacedLine, Word } from './page.ts';
import { PageElementWriter } from './pdfmake.ts';

type Snapshot = { availableWidth: number };

/** pdfmake's writer of pages, which draws what lies behind letters and never drops anything in silence. */
export class AnnexWriter extends PageElementWriter {
  override addLine(line: PlacedLine, keepPosition?: boolean, index?: number): unknown {
    const position = super.addLine(line, keepPosition, index);
    if (!position) throw new Error(`A line is taller than a page: '${textOf(line)}'.`);
    const { items } = this.context().getCurrentPage();
    const shapes = shapesBehind(line).map((item) => ({ type: 'vector', item }) as const);
    items.splice(items.length - 1, 0, ...shapes);
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

/** Chips behind filled signs, dots in empty slots: placed from the base line of the line. */
function shapesBehind(line: PlacedLine): Shape[] {
  const baseline = line.y + line.getAscenderHeight();
  const dots = line.node?.slots?.dots ?? [];
  return [
    ...dots.map((dot) => dotShape(dot, line.x, baseline)),
    ...line.inlines.flatMap((word) => chipShape(word, line.x, baseline)),
  ];
}

function dotShape({ x, radius, colour, rise }: Dot, left: number, baseline: number): Shape {
  return { type: 'ellipse', x: left + x, y: baseline - rise, r1: radius, r2: radius, color: colour };
}

function chipShape(word: Word, left: number, baseline: number): Shape[] {
  if (word.chip === undefined) return [];
  const { size, radius, colour, rise } = word.chip;
  const centre = left + word.x + (word.width - word.trailingCut) / 2;
  const corner = { x: centre - size / 2, y: baseline - rise - size / 2 };
  return [{ type: 'rect', ...corner, w: size, h: size, r: Math.min(radius, size / 2), color: colour }];
}
