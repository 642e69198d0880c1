import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Inline, isFootnoteMark, struckOut, tidy } from './inline.ts';
import type { CountCells } from './limits.ts';

/** How a page, or a piece of one, is read. */
export type Reading = {
  /** Lines above the piece that is read. */
  readonly offset: number;
  /** Reads what texts may be marked up with besides; undefined where they are marked up in HTML alone. */
  readonly read: ((source: string) => Inline) | undefined;
  readonly countCells: CountCells;
};

export function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

export function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

export function attributeOf(node: Tree.Element, name: string): string | undefined {
  return node.attrs.find((attribute) => attribute.name === name)?.value;
}

const breaking =
  /^(?:br|p|li|ul|ol|dl|dt|dd|div|table|tr|h[1-6]|pre|blockquote|section|article|details|summary|figure|figcaption|address|hr)$/u;
const unsaid = /^(?:script|style|template|svg|button|select|iframe|noscript|head)$/u;

/**
 * What some nodes say: breaks kept, raised figures as footnote marks. Words for screen readers alone, and those that
 * stand for a picture, are the twin of what is seen beside them: they are taken only where nothing else is said.
 */
export function textIn(nodes: readonly Tree.ChildNode[], { read }: Pick<Reading, 'read'>): Inline {
  const seen = sayNodes(nodes, false);
  const { text, strong, marks } = seen.text === '' ? sayNodes(nodes, true) : seen;
  if (read === undefined || !/[*_`[]/u.test(text)) return { text, strong, marks };
  const marked = read(text.replace(/[&<]/gu, escapeSign).replaceAll('\n', '<br>'));
  return { text: marked.text, strong: strong || marked.strong, marks: [...marks, ...marked.marks] };
}

function escapeSign(sign: string): string {
  return sign === '&' ? '&amp;' : '&lt;';
}

const forScreenReaders =
  /(?:^|[\s_-])(?:unseen|sr-?only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden)(?:$|[\s_])/iu;

function sayNodes(nodes: readonly Tree.ChildNode[], withUnseen: boolean): Inline {
  const marks: string[] = [];
  let text = '';
  let loud = '';
  let end = '';
  const say = (words: string, isLoud: boolean): void => {
    text += words;
    end = (end + words).slice(-longestUnit);
    // Blanks and breaks between two bold stretches are neither bold nor not.
    if (isLoud || words.trim() === '') loud += words;
  };
  const visit = (node: Tree.ChildNode, isLoud: boolean): void => {
    if (isText(node)) say(node.value.replace(/\s+/gu, ' '), isLoud);
    if (!isElement(node) || isHidden(node)) return;
    if (withUnseen) say(substituteOf(node), isLoud);
    if (unsaid.test(node.tagName)) return;
    if (/^(?:s|del|strike)$/u.test(node.tagName)) marks.push(struckOut);
    if (!withUnseen && forScreenReaders.test(attributeOf(node, 'class') ?? '')) return;
    const mark = footnoteMark(node, end);
    if (mark !== undefined) {
      marks.push(mark);
      return;
    }
    const around = spaceAround(node.tagName);
    const isBold = isLoud || isBolding(node);
    say(around, isLoud);
    for (const child of node.childNodes) visit(child, isBold);
    if (node.tagName !== 'br') say(around, isLoud);
  };
  for (const node of nodes) visit(node, false);
  const said = tidy(text);
  return { text: said, strong: said !== '' && tidy(loud) === said, marks };
}

function spaceAround(name: string): string {
  if (breaking.test(name)) return '\n';
  return name === 'td' || name === 'th' ? ' ' : '';
}

/** Whether an element sets what is in it bold. */
export function isBolding(node: Tree.Element): boolean {
  return (
    node.tagName === 'strong' ||
    node.tagName === 'b' ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attributeOf(node, 'style') ?? '')
  );
}

/** What no reader of the page sees. */
function isHidden(node: Tree.Element): boolean {
  return (
    attributeOf(node, 'hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributeOf(node, 'style') ?? '')
  );
}

/** The words that stand for a picture or an icon; a box that is ticked is a tick. */
function substituteOf(node: Tree.Element): string {
  if (node.tagName === 'input') return attributeOf(node, 'checked') === undefined ? '' : '☑';
  if (!/^(?:img|svg|i|span)$/u.test(node.tagName)) return '';
  return attributeOf(node, 'alt') ?? attributeOf(node, 'aria-label') ?? '';
}

/** As much of a text as tells a footnote mark behind it from the exponent of a unit. */
const longestUnit = 8;

/** The mark that a raised figure is, after a text. `m<sup>2</sup>` is none. */
export function footnoteMark(node: Tree.Element, before: string): string | undefined {
  if (node.tagName !== 'sup') return undefined;
  const said = startOf(node, longestMark + 1).trim();
  return isFootnoteMark(said, before) ? said.replace(/[()[\]]/gu, '') : undefined;
}

const longestMark = 12;

/** The first characters of what stands in an element, and all of it where it is no longer. */
function startOf(element: Tree.Element, length: number): string {
  let text = '';
  const rest: Tree.ChildNode[] = [...element.childNodes].reverse();
  for (let node = rest.pop(); node !== undefined && text.length < length; node = rest.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node)) rest.push(...[...node.childNodes].reverse());
  }
  return text;
}

/** The elements in some nodes in document order; `enters` says whose insides are looked at. */
export function* walk(
  nodes: readonly Tree.ChildNode[],
  enters: (node: Tree.Element) => boolean = () => true,
): Generator<Tree.Element> {
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (!enters(node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
  }
}

/** The line on which a node begins. */
export function lineOf(node: Tree.ChildNode, { offset }: Pick<Reading, 'offset'>): number {
  return offset + (node.sourceCodeLocation?.startLine ?? 1);
}
