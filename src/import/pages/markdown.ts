import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Page, TextBlock, TextLine } from '../page.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Inline, readInline } from './inline.ts';
import { type CountCells, cellCounter } from './limits.ts';
import { partTables, readPipes } from './pipes.ts';
import { type CutTable, cutTables } from './tables-in-markdown.ts';

// Tables are read from their lines (pipes.ts): a parser drops the cells that a row has beyond its head and fills up the
// rest, and whose code a cell is hangs on both. So this one finds blocks alone, and another reads what stands in a line.
const blockParser = new MarkdownIt({ html: true, maxNesting: 40 }).disable(['table', 'lheading', 'inline']);
const inlineParser = new MarkdownIt({ html: true, maxNesting: 40 });

/** Reads a page in Markdown, and the malformed cousins of its tables. Throws Damaged. */
export function readMarkdown(text: string, file: string): Page {
  const lines = text.split(/\r\n|\r|\n/u);
  const front = readFrontMatter(lines);
  const body = lines.map((line, index) => (index < front.lines ? '' : line));
  const countCells = cellCounter();
  const cut = cutTables(body.map(mendHeading).join('\n'), read, countCells);
  const blocks = readBlocks(blockParser.parse(cut.rest, {}), cut.rest.split('\n'), countCells);
  return {
    file,
    format: 'markdown',
    properties: front.properties,
    blocks: placeTables(blocks, cut.tables),
  };
}

/** `###3.1 Title` and `Definition ## RACI` are headings to their authors. */
function mendHeading(line: string): string {
  return line.replace(/^(#{1,6})(?=[^#\s])/u, '$1 ');
}

function read(source: string): Inline {
  return readInline(source, inlineParser);
}

function readBlocks(tokens: readonly Token[], lines: readonly string[], countCells: CountCells): Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const [start, end] = token.map ?? [0, 0];
    if (token.type === 'list_item_open')
      items = [...items, token.info === '' ? '' : `${token.info}${token.markup} `];
    else if (token.type === 'list_item_close') items = items.slice(0, -1);
    else if (token.type === 'heading_open') blocks.push(headingOf(tokens[index + 1]!, token, start + 1));
    else if (token.type === 'inline' && tokens[index - 1]?.type === 'paragraph_open') {
      const mark = items.at(-1);
      const isItem = mark !== undefined;
      blocks.push(...readLines(numbered(token, start, mark ?? ''), isItem, countCells));
      // A number is said once: further paragraphs of an item have none.
      if (isItem) items[items.length - 1] = '';
    } else if (token.type === 'html_block' || token.type === 'fence' || token.type === 'code_block') {
      blocks.push(...readLines(sourceLines(lines, start, end), false, countCells));
    }
  }
  return blocks;
}

function headingOf(inline: Token, token: Token, line: number): Block {
  const text = read(withoutAttributes(inline.content)).text;
  return { kind: 'heading', level: Number(token.tag.slice(1)), text, line };
}

/** The lines of a paragraph as the parser left them: without the signs of quotations and lists around it. */
function numbered(token: Token, start: number, mark: string): TextLine[] {
  return token.content
    .split('\n')
    .map((text, index) => ({ line: start + index + 1, text: index === 0 ? mark + text : text }));
}

function sourceLines(lines: readonly string[], start: number, end: number): TextLine[] {
  return lines.slice(start, end).map((text, index) => ({ line: start + index + 1, text: text.trim() }));
}

function readLines(lines: readonly TextLine[], isItem: boolean, countCells: CountCells): Block[] {
  const stretches = partTables(lines);
  return stretches.flatMap((stretch, index): Block[] => {
    if (stretch.kind === 'lines') return textOf(stretch.lines, isItem);
    return [
      {
        ...readPipes(stretch.lines, read, countCells),
        caption: captionIn(stretches[index + 1]?.lines[0]?.text),
      },
    ];
  });
}

/** The caption that kramdown puts under a table: `{: caption="Table 1" caption-side="bottom"}`. */
function captionIn(line: string | undefined): string | undefined {
  return /^\{:.*?caption="([^"]+)"/u.exec(line ?? '')?.[1];
}

function textOf(lines: readonly TextLine[], isItem: boolean): TextBlock[] {
  const said = lines.flatMap(({ line, text }) => {
    const inline = read(withoutAttributes(text));
    return inline.text === '' ? [] : [{ line, ...inline }];
  });
  if (said.length === 0) return [];
  return [
    {
      kind: 'text',
      role: isItem ? 'item' : 'paragraph',
      line: said[0]!.line,
      lines: said.flatMap(({ line, text }) => text.split('\n').map((part) => ({ line, text: part }))),
      strong: said.every(({ strong }) => strong),
    },
  ];
}

/** Attributes that kramdown and Docusaurus let a line carry: `{: #id}`, `{#id}`. */
function withoutAttributes(text: string): string {
  const written = text.trimEnd();
  return written.endsWith('}') ? written.replace(/\{[:#][^{}]*\}$/u, '').trimEnd() : text;
}

/** Tables written in HTML return to where they stood. */
function placeTables(blocks: readonly Block[], tables: readonly CutTable[]): Block[] {
  return [...blocks, ...tables].toSorted((a, b) => a.line - b.line);
}
