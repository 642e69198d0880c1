import type { Brand } from '../catalogue/model.ts';
import { webFont } from '../fonts/woff2.ts';
import type { Site } from './site.ts';

/** A font of the brand with the characters of the page. */
export type WebFont = {
  readonly face: 'heading' | 'body';
  readonly weight: 400 | 600;
  readonly path: string;
};

/** A font that comes out larger is not worth its wait: the reader's own stands in, as on the web pages of annexes. */
const mostBytes = 40_000;

const typed = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** The brand's fonts with the characters of these texts and those of a keyboard; fewer where one cannot be had. */
export function makeWebFonts({ fonts }: Brand, texts: Iterable<string>, site: Site): WebFont[] {
  const characters = new Set(typed);
  for (const text of texts) for (const character of text) characters.add(character);
  const faces = [
    { face: 'heading', weight: 600, font: fonts.heading.semibold },
    { face: 'body', weight: 400, font: fonts.body.regular },
    { face: 'body', weight: 600, font: fonts.body.semibold },
  ] as const;
  return faces.flatMap(({ face, weight, font }) => {
    const bytes = webFont(font.bytes, characters);
    if (bytes === undefined || bytes.length > mostBytes) return [];
    return [{ face, weight, path: site.part(`${face}-${weight}`, 'woff2', bytes) }];
  });
}
