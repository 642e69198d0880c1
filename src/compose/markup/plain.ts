import type { Element, Node } from './element.ts';
import { entities } from './entities.ts';

/**
 * Reads the markup that templates nearly always write: well-formed elements, attributes and text, and no comments or the
 * like. That is several times quicker than reading all of XML. Gives undefined for anything else, which the strict parser
 * then reads, or says what is wrong with it. Characters that XML cannot hold have been replaced before.
 */
export function readPlainMarkup(markup: string): Element | undefined {
  if (/\r|\]\]>/.test(markup)) return undefined;
  const reading = new Reading();
  const tag = new RegExp(textAndTag, 'y');
  let end = 0;
  for (let match = tag.exec(markup); match !== null; match = tag.exec(markup)) {
    const [, text = '', closed, opened = '', attributes = '', single] = match;
    const isPlain =
      reading.text(text) &&
      (closed === undefined ? reading.open(opened, attributes, single === '/') : reading.close(closed));
    if (!isPlain) return undefined;
    end = tag.lastIndex;
  }
  return reading.text(markup.slice(end)) ? reading.root() : undefined;
}

/** Text up to a tag, then what closes an element, or what opens one, with its attributes and the slash of an empty one. */
const textAndTag = (() => {
  const name = '[a-z][a-z0-9-]*';
  const attribute = `[ \\t\\n]+${name}=(?:"[^"<]*"|'[^'<]*')`;
  return `([^<]*)<(?:/(${name})[ \\t\\n]*|(${name})((?:${attribute})*)[ \\t\\n]*(/?))>`;
})();

type Attributes = Pick<Element, 'attributes' | 'at'>;

/** What is read so far. Each step says whether the markup is plain still. */
class Reading {
  readonly #open: { readonly name: string; readonly children: Node[] }[] = [{ name: '', children: [] }];
  /** By how they are written: the rows of a table have the same over and over, and share them. */
  readonly #attributes = new Map<string, Attributes | undefined>();

  text(written: string): boolean {
    const text = resolveReferences(written);
    if (text) this.#open.at(-1)!.children.push({ kind: 'text', text });
    return text !== undefined;
  }

  open(name: string, written: string, isEmpty: boolean): boolean {
    if (!this.#attributes.has(written)) this.#attributes.set(written, readAttributes(written));
    const read = this.#attributes.get(written);
    if (read === undefined) return false;
    const children: Node[] = [];
    const { attributes, at } = read;
    this.#open.at(-1)!.children.push({ kind: 'element', name, attributes, children, at });
    if (!isEmpty) this.#open.push({ name, children });
    return true;
  }

  close(name: string): boolean {
    return this.#open.length > 1 && this.#open.pop()!.name === name;
  }

  /** The one element that everything stands in. */
  root(): Element | undefined {
    const [outside, unclosed] = this.#open;
    const isSpace = (node: Node) => node.kind === 'text' && /^[ \t\n]*$/.test(node.text);
    const [root, surplus] = outside!.children.filter((node) => !isSpace(node));
    return unclosed === undefined && surplus === undefined && root?.kind === 'element' ? root : undefined;
  }
}

function readAttributes(written: string): Attributes | undefined {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single = ''] of written.matchAll(
    /([a-z0-9-]+)=(?:"([^"]*)"|'([^']*)')/g,
  )) {
    // XML takes a line break in an attribute for a space.
    const value = resolveReferences((double ?? single).replace(/[\t\n]/g, ' '));
    if (value === undefined || attributes.has(name)) return undefined;
    attributes.set(name, value);
  }
  const at = attributes.get('at') ?? '';
  attributes.delete('at');
  return { attributes, at };
}

/** Those of XML, those that Handlebars writes when it escapes, and our own. */
const references: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#x27;', "'"],
  ['&#x60;', '`'],
  ['&#x3D;', '='],
  ...[...entities].map(([name, character]) => [`&${name};`, character] as const),
]);

function resolveReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const resolved = text.replace(/&[^;&]*;?/g, (reference) => {
    const character = references.get(reference);
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? resolved : undefined;
}
