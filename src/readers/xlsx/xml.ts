import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Damaged } from '../damaged.ts';

/** What a part may have; one with more was made to exhaust its reader. A matrix of 10,000 rows stays far below. */
const limits = { bytes: 32 * 1024 * 1024, tags: 1_000_000 };

/**
 * A part of a workbook as XML. Declared entities are refused by the parser, so that none can grow. Names are those
 * after the colon: programs choose prefixes as they like. Throws Damaged.
 */
export function parsePart(files: ReadonlyMap<string, Uint8Array>, path: string): XmlElement {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Damaged(`it has no '${path}'`);
  if (bytes.length > limits.bytes || countTags(bytes) > limits.tags) {
    throw new Damaged(`'${path}' in it is larger than that of any workbook`);
  }
  try {
    const { root } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (root === null) throw new Error('it is empty');
    return root;
  } catch (cause) {
    throw new Damaged(`'${path}' in it is no XML: ${(cause as Error).message.split('\n')[0]}`);
  }
}

/** The signs that open a tag: each element takes a hundred times the memory of its shortest tag. */
export function countTags(xml: Uint8Array): number {
  let count = 0;
  for (let at = xml.indexOf(0x3c); at >= 0; at = xml.indexOf(0x3c, at + 1)) count++;
  return count;
}

/** The elements inside an element that have a name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child.name) === name,
  );
}

/** The first element at the end of a path of names. */
export function descendant(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (found, name) => found && childrenNamed(found, name)[0],
    element,
  );
}

/** An attribute by the name after its colon. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const own = Object.entries(element.attributes).find(([written]) => localName(written) === name);
  return own?.[1];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
