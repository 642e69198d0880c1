import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Damaged } from '../damaged.ts';

/**
 * A part of a workbook as XML. Declared entities are refused by the parser, so that none can grow. Names are those
 * after the colon: programs choose prefixes as they like. Throws Damaged.
 */
export function parsePart(files: ReadonlyMap<string, Uint8Array>, path: string): XmlElement {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Damaged(`it has no '${path}'`);
  try {
    const { root } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (root === null) throw new Error('it is empty');
    return root;
  } catch (cause) {
    throw new Damaged(`'${path}' in it is no XML: ${(cause as Error).message.split('\n')[0]}`);
  }
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
