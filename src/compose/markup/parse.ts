import { parseXml, XmlElement, type XmlError, XmlText } from '@rgrove/parse-xml';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import type { Element, Node } from './element.ts';
import { entities } from './entities.ts';
import { explainMarkupFault } from './fault.ts';
import { readPlainMarkup } from './plain.ts';

/**
 * Parses markup that a template wrote into elements, strictly: XML, with the named entities of entities.ts.
 * `file` names the template, for faults outside of any element. Markup that is not well-formed is a Diagnostic
 * (`markup-syntax`) at the template position nearest to it, never an exception.
 */
export function parseMarkup(markup: string, file: string): Checked<Element> {
  const readable = replaceUnprintable(markup);
  const plain = readPlainMarkup(readable);
  return plain === undefined ? parseStrictly(readable, file) : checked(plain);
}

/** Reads whatever is XML. */
export function parseStrictly(readable: string, file: string): Checked<Element> {
  try {
    const document = parseXml(readable, {
      resolveUndefinedEntity: (reference) => entities.get(reference.slice(1, -1)),
    });
    return checked(readElement(document.root!));
  } catch (fault) {
    if (!isXmlError(fault)) throw fault;
    return failed(explainMarkupFault(readable, fault, file));
  }
}

/**
 * Characters that XML cannot hold (controls, lone surrogates) become U+FFFD. The rules of the catalogue report them
 * in the data long before; here they must only not break the parse.
 */
function replaceUnprintable(markup: string): string {
  // Looked for first without regard to pairs of surrogates, which takes half as long.
  if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/.test(markup)) return markup;
  return markup.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}

function readElement(element: XmlElement): Element {
  const attributes = new Map(Object.entries(element.attributes));
  const at = attributes.get('at') ?? '';
  attributes.delete('at');
  return {
    kind: 'element',
    name: element.name,
    attributes,
    children: element.children.flatMap(readNode),
    at,
  };
}

function readNode(node: unknown): Node[] {
  if (node instanceof XmlElement) return [readElement(node)];
  if (node instanceof XmlText) return [{ kind: 'text', text: node.text }];
  return [];
}

function isXmlError(fault: unknown): fault is XmlError {
  return fault instanceof Error && 'pos' in fault && 'excerpt' in fault;
}
