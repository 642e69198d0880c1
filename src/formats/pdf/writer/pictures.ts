import type { ImageNode, SvgNode } from '../definition.ts';
import { type Pdf, Renderer } from '../engine/pdfmake.ts';
import type { Box, Content } from '../structure/element.ts';
import type { Canvas } from './canvas.ts';

/** A picture as it was measured and placed. */
export type PlacedPicture = (SvgNode | ImageNode) & {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
};

/** Paints a picture; what a picture links to is left out, for a reader could not tell where it leads. */
export function paintPicture(
  pdf: Pdf,
  canvas: Canvas,
  picture: PlacedPicture,
  content: Content | undefined,
): void {
  canvas.under(content ?? 'layout');
  const { length } = pdf.page.annotations;
  canvas.lend(() => {
    const renderer = new Renderer(pdf);
    if ('svg' in picture) renderer.renderSVG(picture);
    else renderer.renderImage(picture);
  });
  pdf.page.annotations.length = length;
  if (content) content.element.box = boxOf(picture, pdf.page.height);
}

function boxOf({ x, y, _width, _height }: PlacedPicture, pageHeight: number): Box {
  return [x, pageHeight - y - _height, x + _width, pageHeight - y];
}
