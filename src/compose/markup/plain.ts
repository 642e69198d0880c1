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
  let end = 0;
  for (let start = markup.indexOf('<'); start >= 0; start = markup.indexOf('<', end)) {
    const isPlain = reading.text(markup.slice(end, start));
    end = markup.indexOf('>', start) + 1;
    if (!isPlain || end === 0 || !reading.tag(markup.slice(start, end))) return undefined;
  }
  return reading.text(markup.slice(end)) ? reading.root() : undefined;
}

type Tag =
  | {
      readonly kind: 'start' | 'empty';
      readonly name: string;
      readonly attributes: Element['attributes'];
      readonly at: string;
    }
  | { readonly kind: 'end'; readonly name: string };

/** What is read so far. Each step says whether the markup is plain still. */
class Reading {
  readonly #open: { readonly name: string; readonly children: Node[] }[] = [{ name: '', children: [] }];
  /** By how they are written: the rows of a table have the same tags over and over, and share what is read of them. */
  readonly #tags = new Map<string, Tag>();

  text(written: string): boolean {
    const text = resolveReferences(written);
    if (text) this.#open.at(-1)!.children.push({ kind: 'text', text });
    return text !== undefined;
  }

  tag(written: string): boolean {
    const known = this.#tags.get(written);
    const tag = known ?? readTag(written);
    if (tag === undefined) return false;
    if (known === undefined) this.#tags.set(written, tag);
    if (tag.kind === 'end') return this.#open.length > 1 && this.#open.pop()!.name === tag.name;
    const { kind, name, attributes, at } = tag;
    const children: Node[] = [];
    this.#open.at(-1)!.children.push({ kind: 'element', name, attributes, children, at });
    if (kind === 'start') this.#open.push({ name, children });
    return true;
  }

  /** The one element that everything stands in. */
  root(): Element | undefined {
    const [outside, unclosed] = this.#open;
    const isSpace = (node: Node) => node.kind === 'text' && /^[ \t\n]*$/.test(node.text);
    const [root, surplus] = outside!.children.filter((node) => !isSpace(node));
    return unclosed === undefined && surplus === undefined && root?.kind === 'element' ? root : undefined;
  }
}

/** An end tag, or a start tag with its attributes and the slash of an empty element. */
const tagPattern = (() => {
  const name = '[a-z][a-z0-9-]*';
  const attribute = `[ \\t\\n]+${name}=(?:"[^"<]*"|'[^'<]*')`;
  return new RegExp(`^<(?:/(${name})[ \\t\\n]*|(${name})((?:${attribute})*)[ \\t\\n]*(/?))>$`);
})();

function readTag(written: string): Tag | undefined {
  const [, closed, opened, attributes = '', slash] = tagPattern.exec(written) ?? [];
  if (closed !== undefined) return { kind: 'end', name: closed };
  const read = opened === undefined ? undefined : readAttributes(attributes);
  return read && { kind: slash === '/' ? 'empty' : 'start', name: opened!, ...read };
}

function readAttributes(written: string): Pick<Element, 'attributes' | 'at'> | undefined {
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
