import type { Element } from './element.ts';
import { entities } from './entities.ts';
import { Growing, type Tag } from './growing.ts';

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

/** What is read so far. Each step says whether the markup is plain still. */
class Reading {
  readonly #growing = new Growing();
  /** By how they are written: the rows of a table have the same tags over and over, and share what is read of them. */
  readonly #tags = new Map<string, Tag>();

  text(written: string): boolean {
    const text = resolveReferences(written);
    if (text !== undefined) this.#growing.text(text);
    return text !== undefined;
  }

  tag(written: string): boolean {
    const known = this.#tags.get(written);
    const tag = known ?? readTag(written);
    if (tag === undefined) return false;
    if (known === undefined) this.#tags.set(written, tag);
    return this.#growing.tag(tag);
  }

  root(): Element | undefined {
    return this.#growing.root();
  }
}

/** An end tag, or a start tag with its attributes and the slash of an empty element. */
const tagPattern = (() => {
  const name = '[a-z][a-z0-9-]*';
  const attribute = `[ \\t\\n]+${name}=(?:"[^"<]*"|'[^'<]*')`;
  return new RegExp(`^<(?:/(${name})[ \\t\\n]*|(${name})((?:${attribute})*)[ \\t\\n]*(/?))>$`);
})();

/** Reads a tag as it is written; undefined where it is none, or none of those that are plain. */
export function readTag(written: string): Tag | undefined {
  const [, closed, opened, attributes = '', slash] = tagPattern.exec(written) ?? [];
  if (closed !== undefined) return { kind: 'end', name: closed };
  const read = opened === undefined ? undefined : readAttributes(attributes);
  return read && { kind: slash === '/' ? 'empty' : 'start', name: opened!, ...read };
}

const attributePattern = /([a-z0-9-]+)=(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(written: string): Pick<Element, 'attributes' | 'at'> | undefined {
  const attributes = new Map<string, string>();
  attributePattern.lastIndex = 0;
  for (let found = attributePattern.exec(written); found; found = attributePattern.exec(written)) {
    const [, name = '', double, single = ''] = found;
    // XML takes a line break in an attribute for a space.
    const text = double ?? single;
    const value = resolveReferences(/[\t\n]/.test(text) ? text.replace(/[\t\n]/g, ' ') : text);
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

/** A text with its entities resolved; undefined where one is not known. */
export function resolveReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const resolved = text.replace(/&[^;&]*;?/g, (reference) => {
    const character = references.get(reference);
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? resolved : undefined;
}
