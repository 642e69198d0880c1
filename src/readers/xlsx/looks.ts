import type { XmlElement } from '@rgrove/parse-xml';
import { attributeOf, childrenNamed, descendant, parsePart } from './xml.ts';

/** The numbers of the looks of cells (ECMA-376, cellXfs) whose font is bold. Throws Damaged. */
export function readBoldLooks(files: ReadonlyMap<string, Uint8Array>): ReadonlySet<number> {
  const path = 'xl/styles.xml';
  if (!files.has(path)) return new Set();
  const styles = parsePart(files, path);
  const bold = listed(styles, 'fonts', 'font').map(isBold);
  const looks = listed(styles, 'cellXfs', 'xf').map((look) => bold[Number(attributeOf(look, 'fontId') ?? 0)]);
  return new Set(looks.flatMap((isSet, index) => (isSet ? [index] : [])));
}

function listed(styles: XmlElement, list: string, name: string): XmlElement[] {
  const found = descendant(styles, list);
  return found === undefined ? [] : childrenNamed(found, name);
}

function isBold(font: XmlElement): boolean {
  const [mark] = childrenNamed(font, 'b');
  return mark !== undefined && !/^(?:0|false)$/.test(attributeOf(mark, 'val') ?? '1');
}
