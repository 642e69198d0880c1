import type { Image } from '../../document/tree.ts';
import { type Element, element } from './node.ts';

// Pixels of a screen for a point of paper, as for text.
const scale = 16 / 9.2;

/** A picture, carried by the page itself. As an image, an SVG cannot run scripts or load anything. */
export function writePicture({ media, bytes, height, alt }: Image): Element {
  const address = `data:${media};base64,${Buffer.from(bytes).toString('base64')}`;
  return element('img', { class: 'picture', src: address, alt, height: String(Math.round(height * scale)) });
}
