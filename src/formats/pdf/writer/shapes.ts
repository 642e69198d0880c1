import type { Shape } from '../definition.ts';
import { numeral } from '../engine/operands.ts';
import type { Canvas } from './canvas.ts';

/** Draws a shape as it lies on the page, in points from the top left corner. */
export function drawShape(canvas: Canvas, shape: Shape): void {
  switch (shape.type) {
    case 'line': {
      const { x1, y1, x2, y2, lineWidth, lineColor } = shape;
      setStroke(canvas, { colour: lineColor, width: lineWidth, cap: 'butt' });
      canvas.draw(`${point(x1, y1)} m ${point(x2, y2)} l S`);
      break;
    }
    case 'ellipse': {
      // A line of no length with round ends: a tenth of the bytes of a circle, and there are thousands.
      const { x, y, r1, color } = shape;
      setStroke(canvas, { colour: color, width: 2 * r1, cap: 'round' });
      canvas.draw(`${point(x, y)} m ${point(x, y)} l S`);
      break;
    }
    case 'rect': {
      const { color, lineWidth } = shape;
      if (lineWidth === undefined) canvas.set('fill', color);
      else setStroke(canvas, { colour: color, width: lineWidth, cap: 'butt' });
      canvas.draw(`${rectangle(shape)} ${lineWidth === undefined ? 'f' : 's'}`);
      break;
    }
  }
}

type Stroke = { readonly colour: string; readonly width: number; readonly cap: 'butt' | 'round' };

function setStroke(canvas: Canvas, { colour, width, cap }: Stroke): void {
  canvas.set('stroke', colour);
  canvas.set('lineWidth', width);
  canvas.set('lineCap', cap);
}

// How far the handles of a curve reach for a quarter of a circle, as a share of its radius.
const quarter = (4 * (Math.SQRT2 - 1)) / 3;

function rectangle({ x, y, w, h, r = 0 }: Extract<Shape, { type: 'rect' }>): string {
  if (r <= 0) return `${point(x, y)} ${point(w, h)} re`;
  return rounded({ left: x, top: y, right: x + w, bottom: y + h, radius: r });
}

type Rounded = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of the corners. */
  readonly radius: number;
};

function rounded({ left, top, right, bottom, radius: r }: Rounded): string {
  const handle = r * (1 - quarter);
  return [
    `${point(left + r, top)} m ${point(right - r, top)} l`,
    `${point(right - handle, top)} ${point(right, top + handle)} ${point(right, top + r)} c`,
    `${point(right, bottom - r)} l`,
    `${point(right, bottom - handle)} ${point(right - handle, bottom)} ${point(right - r, bottom)} c`,
    `${point(left + r, bottom)} l`,
    `${point(left + handle, bottom)} ${point(left, bottom - handle)} ${point(left, bottom - r)} c`,
    `${point(left, top + r)} l`,
    `${point(left, top + handle)} ${point(left + handle, top)} ${point(left + r, top)} c`,
  ].join('\n');
}

function point(x: number, y: number): string {
  return `${numeral(x)} ${numeral(y)}`;
}
