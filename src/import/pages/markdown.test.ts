import { expect, test } from 'vitest';
import type { Page } from '../page.ts';
import { readMarkdown } from './markdown.ts';

const read = (text: string): Page => readMarkdown(text, 'page.md');

/** Blocks as lines: `2 # Title`, `4 text`, `6 grid: a ¦ b / c ¦ d`. */
function show({ blocks }: Page): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `${block.line} ${'#'.repeat(block.level)} ${block.text}`;
    if (block.kind === 'text') return `${block.line} ${block.lines.map(({ text }) => text).join(' / ')}`;
    return `${block.line} grid: ${block.rows.map((row) => row.cells.map(({ text }) => text).join(' ¦ ')).join(' / ')}`;
  });
}

test('blocks keep their lines, under front matter of any kind', () => {
  const page = read(
    "---\ntitle : 'It's here'\nMise à jour : 2024-6-25\nroutes:\n  - a: b\n---\n\n# Title {#id}\n\nText\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
  );
  expect(page.properties).toEqual(
    new Map([
      ['title', "It's here"],
      ['mise à jour', '2024-6-25'],
    ]),
  );
  expect(show(page)).toEqual(['8 # Title', '10 Text', '12 grid: A ¦ B / 1 ¦ 2']);
});

test('rows keep the cells that they have, more or fewer than their head', () => {
  expect(show(read('| A | B | C |\n|---|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n| 1 | | 3 |\n'))).toEqual([
    '1 grid: A ¦ B ¦ C / 1 ¦ 2 / 1 ¦ 2 ¦ 3 ¦ 4 / 1 ¦  ¦ 3',
  ]);
});

test('a table that is glued to its paragraph or to a numbered line is a table', () => {
  expect(show(read('1. First\n1.1. Second\n| A | B |\n|---|\n| 1 | 2 |\n2. Third\n'))).toEqual([
    '1 1. First / 1.1. Second',
    '3 grid: A ¦ B / 1 ¦ 2',
    '6 2. Third',
  ]);
});

test('a sentence with a pipe in it is no table', () => {
  expect(show(read('Either a | or b.\nAnd on.\n'))).toEqual(['1 Either a | or b. / And on.']);
});

test('escaped pipes, entities, breaks, links, images and code are read as a reader sees them', () => {
  const row = '| a \\| b | x &amp; y&nbsp;z | one<br/>two | [link](u) ![alt](i) | `co*de` |';
  expect(show(read(`| A | B | C | D | E |\n|-|-|-|-|-|\n${row}\n`))[0]).toBe(
    '1 grid: A ¦ B ¦ C ¦ D ¦ E / a | b ¦ x & y z ¦ one\ntwo ¦ link alt ¦ co*de',
  );
});

test('bold that is not closed properly is bold', () => {
  expect(show(read('#### **3.1. Watching **\n\n| A | B |\n|---|---|\n| x | **RA ** |\n'))).toEqual([
    '1 #### 3.1. Watching',
    '3 grid: A ¦ B / x ¦ RA',
  ]);
});

test('footnote marks stand beside their text, raised units in it', () => {
  const page = read(
    '| A | B |\n|---|---|\n| Cool 20 m<sup>2</sup> | RA<sup>1</sup> |\n| Heat[^2] | I |\n\n[^2]: Where ordered.\n',
  );
  const cells = page.blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.flatMap((row) => row.cells) : [],
  );
  expect(cells.map(({ text, marks }) => [text, ...marks].join('~'))).toEqual([
    'A',
    'B',
    'Cool 20 m2',
    'RA~1',
    'Heat~2',
    'I',
  ]);
  expect(show(page).at(-1)).toBe('6 [^2]: Where ordered.');
});

test('a heading without a blank behind its signs is a heading', () => {
  expect(show(read('###3.1 Title\n'))).toEqual(['1 ### 3.1 Title']);
});

test('tables in code are left as lines, and quoted ones are tables', () => {
  expect(show(read('> | A | B |\n> |---|---|\n> | 1 | 2 |\n'))).toEqual(['1 grid: A ¦ B / 1 ¦ 2']);
});

test('the caption that stands below a table is its caption', () => {
  const [grid] = read(
    '| A | B |\n|---|---|\n| 1 | 2 |\n{: caption="Who does what" caption-side="bottom"}\n',
  ).blocks;
  expect(grid).toMatchObject({ kind: 'grid', caption: 'Who does what' });
});

test('a table in HTML that is never closed ends above the next heading', () => {
  expect(show(read('<table><tr><td>a</td><td>b</td></tr>\n\n## Next\n\ntext\n'))).toEqual([
    '1 grid: a ¦ b',
    '3 ## Next',
    '5 text',
  ]);
});
