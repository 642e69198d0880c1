import type { XmlElement } from '@rgrove/parse-xml';
import { childrenNamed } from './xml.ts';

/** The text of a string item (ECMA-376, CT_Rst): plain, or in runs of their own look; phonetic hints left out. */
export function textOf(item: XmlElement): string {
  const plain = childrenNamed(item, 't');
  const runs = childrenNamed(item, 'r').flatMap((run) => childrenNamed(run, 't'));
  return [...plain, ...runs].map(({ text }) => unescapeText(text)).join('');
}

/** `_x0041_` is `A` (ECMA-376, ST_Xstring): characters that XML cannot hold are written so. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
