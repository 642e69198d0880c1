import { openPng } from './png/decode.ts';
import type { PictureSize } from './size.ts';
import { openSvg } from './svg/svg.ts';

export type PictureMedia = 'image/svg+xml' | 'image/png';

/** A picture that documents can paint, or why not, in half a sentence. */
export type OpenedPicture = { readonly size: PictureSize } | { readonly fault: string };

/** Opens a picture as the formats will: what opens here can be painted. Never throws. */
export function openPicture(media: PictureMedia, bytes: Uint8Array): OpenedPicture {
  if (media === 'image/svg+xml') return openSvg(bytes);
  const opened = openPng(bytes);
  if ('fault' in opened) return opened;
  const { width, height } = opened.pixels;
  return { size: { width, height } };
}
