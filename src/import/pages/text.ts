import type { Block, GridBlock, Page, TextBlock, TextLine } from '../page.ts';
import { type Inline, tidy } from './inline.ts';
import { type CountCells, cellCounter } from './limits.ts';
import { partTables, readPipes } from './pipes.ts';

/**
 * Reads text without markup, as it is copied from a help centre: paragraphs line by line, and tables whose columns are
 * parted by pipes or tabs. Where nothing parts the cells, no cells are made up: the lines stay lines. Throws Damaged.
 */
export function readText(text: string, file: string): Page {
  const lines = text.split(/\r\n|\r|\n/u).map((line, index): TextLine => ({ line: index + 1, text: line }));
  const countCells = cellCounter();
  const blocks = partTables(lines).flatMap((stretch): Block[] =>
    stretch.kind === 'table'
      ? [readPipes(stretch.lines, plain, countCells)]
      : partTabs(stretch.lines, countCells),
  );
  return { file, format: 'text', properties: new Map(), blocks };
}

function plain(source: string): Inline {
  return { text: tidy(source), strong: false, marks: [] };
}

/** Runs of lines with tabs between words are tables; the first of several lines is its head. */
function partTabs(lines: readonly TextLine[], countCells: CountCells): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const isTable = hasTab(lines[at]!);
    let end = at + 1;
    while (end < lines.length && hasTab(lines[end]!) === isTable) end++;
    const part = lines.slice(at, end);
    blocks.push(...(isTable ? [readTabs(part, countCells)] : paragraphs(part)));
    at = end;
  }
  return blocks;
}

const hasTab = ({ text }: TextLine): boolean => text.trim().includes('\t');

function readTabs(lines: readonly TextLine[], countCells: CountCells): GridBlock {
  const rows = lines.map(({ line, text }, index) => {
    const cells = text.split('\t');
    countCells(cells.length, line);
    return {
      line,
      isHead: index === 0 && lines.length > 1,
      cells: cells.map((cell) => ({ ...plain(cell), line, span: 1, isContinued: false })),
    };
  });
  return { kind: 'grid', line: lines[0]!.line, caption: undefined, rows, mended: [] };
}

function paragraphs(lines: readonly TextLine[]): TextBlock[] {
  const blocks: TextLine[][] = [[]];
  for (const { line, text } of lines) {
    if (text.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push({ line, text: tidy(text) });
  }
  return blocks.flatMap((said) =>
    said.length === 0
      ? []
      : [{ kind: 'text', role: 'paragraph', line: said[0]!.line, lines: said, strong: false }],
  );
}
