import type { Image } from '../../../document/tree.ts';
import type { ImageNode, Margin, SvgNode } from '../definition.ts';
import type { Setting } from './setting.ts';

// A picture inside a logo is never fetched, and the painter of SVG keeps its remarks to itself.
const closedSvg = {
  imageCallback: () => '',
  warningCallback: () => undefined,
};

/** A picture at its height; its width follows from its proportions. */
export function setPicture(
  setting: Setting,
  image: Image,
  margin: Margin = [0, 0, 0, 0],
): SvgNode | ImageNode {
  const placed = { source: image, margin, height: image.height };
  return image.media === 'image/svg+xml'
    ? { ...placed, svg: new TextDecoder().decode(image.bytes), options: closedSvg }
    : { ...placed, image: nameOf(setting, image) };
}

/** Width in points of a picture at its height. */
export function widthOfPicture(image: Image): number {
  const size = image.media === 'image/svg+xml' ? svgSize(image.bytes) : pngSize(image.bytes);
  return size && size.height > 0 ? (image.height * size.width) / size.height : image.height;
}

type Size = { readonly width: number; readonly height: number };

/** The size a PNG states in its first chunk. */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size an SVG states on its root element, or that of its view box. */
function svgSize(bytes: Uint8Array): Size | undefined {
  const root = /<svg\b[^>]*>/u.exec(new TextDecoder().decode(bytes))?.[0] ?? '';
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(root)?.[1];
  const width = Number.parseFloat(attribute('width') ?? '');
  const height = Number.parseFloat(attribute('height') ?? '');
  if (width > 0 && height > 0) return { width, height };
  const box = (attribute('viewBox') ?? '').split(/[\s,]+/u).map(Number);
  return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? { width: box[2]!, height: box[3]! } : undefined;
}

/** The same bytes are one picture in the file, however often they are shown. */
function nameOf(setting: Setting, image: Image): string {
  for (const [name, bytes] of setting.images) if (bytes === image.bytes) return name;
  const name = `image-${setting.images.size + 1}`;
  setting.images.set(name, image.bytes);
  return name;
}
