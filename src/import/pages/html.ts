import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Page, TextLine } from '../page.ts';
import {
  attributeOf,
  footnoteMark,
  isBolding,
  isElement,
  isText,
  lineOf,
  type Reading,
  textIn,
  walk,
} from './html-nodes.ts';
import { parseHtml } from './html-parse.ts';
import { isLayout, isTable, readHtmlTable } from './html-table.ts';
import type { Inline } from './inline.ts';
import { type CountCells, cellCounter } from './limits.ts';

/** Reads a web page, or a part of one. Throws Damaged. */
export function readHtml(text: string, file: string): Page {
  const document = parseHtml(text);
  const reading: Reading = { offset: 0, read: undefined, countCells: cellCounter() };
  return {
    file,
    format: 'html',
    properties: readProperties(document),
    blocks: readNodes(document.childNodes, reading),
  };
}

/**
 * Reads a piece of HTML that stands in another text. Throws Damaged.
 *
 * @param line where its first line stands
 * @param read reads what its texts may be marked up with besides
 */
export function readFragment(
  html: string,
  line: number,
  read: (source: string) => Inline,
  countCells: CountCells,
): Block[] {
  return readNodes(parseHtml(html).childNodes, { offset: line - 1, read, countCells });
}

const unread = new Set(
  'script style template noscript nav svg iframe head select button textarea'.split(' '),
);
/** What frames a page; inside an article it is part of the article. */
const furniture = new Set(['header', 'footer', 'aside']);
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img ins input kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** What has been read so far: blocks, and the lines of a paragraph that is still open. */
type Open = {
  readonly blocks: Block[];
  readonly hasMain: boolean;
  lines: TextLine[];
  /** The last characters that were said. */
  end: string;
  /** Whether all that was said in the open paragraph is bold. */
  isLoud: boolean;
  /** The number of an item that nothing was said of yet, empty for a bullet; undefined outside of items. */
  item: string | undefined;
};

/** Where in the page a node stands. */
type Inside = { readonly isBold: boolean; readonly isMain: boolean; readonly isPre: boolean };

function readNodes(nodes: readonly Tree.ChildNode[], reading: Reading): Block[] {
  const open: Open = {
    blocks: [],
    hasMain: hasMain(nodes),
    lines: [],
    end: '',
    isLoud: true,
    item: undefined,
  };
  for (const node of nodes) readNode(node, { isBold: false, isMain: false, isPre: false }, open, reading);
  close(open);
  return open.blocks;
}

function hasMain(nodes: readonly Tree.ChildNode[]): boolean {
  for (const { tagName } of walk(nodes)) if (tagName === 'main' || tagName === 'article') return true;
  return false;
}

function readNode(node: Tree.ChildNode, inside: Inside, open: Open, reading: Reading): void {
  if (isText(node)) say(node, inside, open, reading);
  if (!isElement(node)) return;
  const name = node.tagName;
  if (unread.has(name) || (furniture.has(name) && open.hasMain && !inside.isMain)) return;
  if (/^h[1-6]$/u.test(name)) readHeading(node, Number(name[1]), open, reading);
  else if (isTable(node) && !isLayout(node)) readTable(node, open, reading);
  else if (name === 'br') breakLine(open, lineOf(node, reading));
  else if (inline.has(name)) readInlineElement(node, inside, open, reading);
  else readContainer(node, inside, open, reading);
}

function readInlineElement(node: Tree.Element, inside: Inside, open: Open, reading: Reading): void {
  // A mark that begins a line is the number of the footnote itself.
  if (hasWords(open) && footnoteMark(node, open.end) !== undefined) return;
  const isBold = inside.isBold || isBolding(node);
  for (const child of node.childNodes) readNode(child, { ...inside, isBold }, open, reading);
}

function readContainer(node: Tree.Element, inside: Inside, open: Open, reading: Reading): void {
  close(open);
  const name = node.tagName;
  const outer = open.item;
  const within: Inside = {
    isBold: inside.isBold || isBolding(node),
    isMain: inside.isMain || name === 'main' || name === 'article',
    isPre: inside.isPre || name === 'pre',
  };
  let number = Number.parseInt(attributeOf(node, 'start') ?? '1', 10) || 1;
  for (const child of node.childNodes) {
    const isItem = isElement(child) && child.tagName === 'li';
    if (isItem) {
      number = Number.parseInt(attributeOf(child, 'value') ?? '', 10) || number;
      open.item = name === 'ol' ? `${number++}. ` : '';
    }
    readNode(child, within, open, reading);
    if (isItem) open.item = outer;
  }
  close(open);
}

function readHeading(node: Tree.Element, level: number, open: Open, reading: Reading): void {
  close(open);
  const text = textIn(node.childNodes, reading).text.replaceAll('\n', ' ');
  if (text !== '') open.blocks.push({ kind: 'heading', level, text, line: lineOf(node, reading) });
}

function readTable(node: Tree.Element, open: Open, reading: Reading): void {
  close(open);
  const grid = readHtmlTable(node, reading);
  if (grid !== undefined) open.blocks.push(grid);
}

/** Adds a text to the line that is open. Line breaks in the source are blanks, but for text that is set as it stands. */
function say(node: Tree.TextNode, { isBold, isPre }: Inside, open: Open, reading: Reading): void {
  const leading = /^\s*/u.exec(node.value)![0];
  const line = lineOf(node, reading);
  if (node.value.trim() !== '') open.isLoud &&= isBold;
  if (!isPre) {
    sayWords(node.value, line + leading.split('\n').length - 1, open);
    return;
  }
  for (const [index, text] of node.value.split('\n').entries()) {
    if (index > 0) breakLine(open, line + index);
    sayWords(text, line + index, open);
  }
}

function hasWords({ lines }: Open): boolean {
  return (lines.at(-1)?.text ?? '') !== '';
}

function sayWords(text: string, line: number, open: Open): void {
  const last = open.lines.at(-1);
  open.end = (open.end + text).slice(-8);
  if (last !== undefined && hasWords(open)) {
    open.lines[open.lines.length - 1] = { line: last.line, text: last.text + text };
  } else if (text.trim() !== '') {
    const said = { line, text: (last === undefined ? (open.item ?? '') : '') + text.trimStart() };
    if (last === undefined) open.lines.push(said);
    else open.lines[open.lines.length - 1] = said;
  }
}

function breakLine(open: Open, line: number): void {
  if (open.lines.length > 0) open.lines.push({ line, text: '' });
}

function close(open: Open): void {
  const lines = open.lines
    .map(({ line, text }) => ({ line, text: text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
  if (lines.length > 0) {
    const role = open.item === undefined ? 'paragraph' : 'item';
    open.blocks.push({ kind: 'text', role, line: lines[0]!.line, lines, strong: open.isLoud });
    // A number is said once: further paragraphs of an item have none.
    if (open.item !== undefined) open.item = '';
  }
  open.lines = [];
  open.end = '';
  open.isLoud = true;
}

function readProperties(document: Tree.Document): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !properties.has(name)) properties.set(name, value);
  };
  for (const node of walk(document.childNodes)) {
    if (node.tagName === 'html') set('lang', attributeOf(node, 'lang'));
    if (node.tagName === 'title') set('title', textIn(node.childNodes, { read: undefined }).text);
    if (node.tagName === 'time') set('updated', attributeOf(node, 'datetime'));
    if (node.tagName === 'meta') {
      const name = attributeOf(node, 'name') ?? attributeOf(node, 'property');
      if (name !== undefined) set(name.toLowerCase(), attributeOf(node, 'content'));
    }
  }
  return properties;
}
