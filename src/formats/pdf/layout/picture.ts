import { createHash } from 'node:crypto';
import type { Image } from '../../../document/tree.ts';
import { openPicture } from '../../../pictures/picture.ts';
import type { ImageNode, Margin, SvgNode } from '../definition.ts';
import type { Setting } from './setting.ts';

// A picture inside a logo is never fetched, and the painter of SVG keeps its remarks to itself.
const closedSvg = {
  imageCallback: () => '',
  warningCallback: () => undefined,
};

/** A picture at its height; its width follows from its proportions, whatever the file says in per cent. */
export function setPicture(
  setting: Setting,
  image: Image,
  margin: Margin = [0, 0, 0, 0],
): SvgNode | ImageNode {
  const placed = { source: image, margin, width: widthOfPicture(image), height: image.height };
  return image.media === 'image/svg+xml'
    ? { ...placed, svg: new TextDecoder().decode(image.bytes), options: closedSvg }
    : { ...placed, image: nameOf(setting, image) };
}

/** Width in points of a picture at its height. It was opened when the brand was read: one that does not open is a bug. */
export function widthOfPicture(image: Image): number {
  const opened = openPicture(image.media, image.bytes);
  if ('fault' in opened) throw new Error(`A picture cannot be painted: ${opened.fault}.`);
  return (image.height * opened.size.width) / opened.size.height;
}

/** The same bytes are one picture in the file, however often they are shown and in whichever part of it. */
function nameOf(setting: Setting, { bytes }: Image): string {
  const name = names.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  names.set(bytes, name);
  setting.images.set(name, bytes);
  return name;
}

const names = new WeakMap<Uint8Array, string>();
