import { expect, test } from 'vitest';
import type { Page } from '../page.ts';
import { readHtml } from './html.ts';

const read = (html: string): Page => readHtml(html, 'page.html');

/** Blocks as lines: `2 # Title`, `4 text`, `6 grid: a ¦ b / c ¦ d`. */
function show({ blocks }: Page): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `${block.line} ${'#'.repeat(block.level)} ${block.text}`;
    if (block.kind === 'text') return `${block.line} ${block.lines.map(({ text }) => text).join(' / ')}`;
    return `${block.line} grid: ${block.rows.map((row) => row.cells.map(({ text }) => text).join(' ¦ ')).join(' / ')}`;
  });
}

test('a page is read without what frames it', () => {
  const page = read(
    '<title>T</title><header>Shop</header><nav>Menu</nav>\n<main><header><h1>1. Start</h1></header>\n<p>Text<script>x()</script></main><footer>Imprint</footer>',
  );
  expect(page.properties.get('title')).toBe('T');
  expect(show(page)).toEqual(['2 # 1. Start', '3 Text']);
});

test('words keep their blanks, across elements and lines of the source', () => {
  expect(show(read('<p>\n  One <b>two</b>,\n  <i>three</i>four<br>five</p>'))).toEqual([
    '2 One two, threefour / five',
  ]);
});

test('items carry the number that a reader sees', () => {
  expect(show(read('<ol start=3><li>a<li>b<ul><li>c</ul></ol><ul><li>d</ul>'))).toEqual([
    '1 3. a',
    '1 4. b',
    '1 c',
    '1 d',
  ]);
});

test('a cell that reaches down stands in each of its rows, to the end of its group at most', () => {
  const table =
    '<table><tbody><tr><td rowspan=9>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody></table>';
  expect(show(read(table))).toEqual(['1 grid: a ¦ b / a ¦ c / d ¦ e']);
});

test('a cell that reaches down keeps its column where its row has no cell before it', () => {
  expect(show(read('<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>'))).toEqual([
    '1 grid: a ¦ b ¦ c / d ¦  ¦ c',
  ]);
});

test('a table drawn with boxes is a table', () => {
  const row = (role: string, ...texts: string[]) =>
    `<div role="row">${texts.map((text) => `<div role="${role}">${text}</div>`).join('')}</div>`;
  const [grid] = read(
    `<div role="table">${row('columnheader', 'A', 'B')}${row('cell', '1', '2')}</div>`,
  ).blocks;
  expect(grid).toMatchObject({ kind: 'grid', rows: [{ isHead: true }, { isHead: false }] });
});

test('tables for the layout are parts of the page, and those within a cell are text', () => {
  expect(show(read('<table><tr><td><h2>In</h2><table><tr><td>a<td>b</table></table>'))).toEqual([
    '1 ## In',
    '1 grid: a ¦ b',
  ]);
  expect(show(read('<table><tr><th>A<th>B<tr><td>x<table><tr><td>y<td>z</table><td>R</table>'))).toEqual([
    '1 grid: A ¦ B / x\ny z ¦ R',
  ]);
});

test('a picture is what its words say where nothing else is said', () => {
  const cells =
    '<td><img alt="Yes"></td><td><img alt="icon"> Text</td><td><input type=checkbox checked></td>';
  expect(show(read(`<table><tr>${cells}</tr></table>`))).toEqual(['1 grid: Yes ¦ Text ¦ ☑']);
});

test('a page whose tags mend themselves ever deeper is refused', () => {
  expect(() => read(Array.from({ length: 5000 }, (_, at) => `<b id=${at}></i>`).join(''))).toThrow(
    'nested more than 256 deep',
  );
});

test('a table of a hundred thousand columns is refused', () => {
  expect(() => read(`<table><tr>${'<td>x'.repeat(100_000)}</table>`)).toThrow('at most 256 are read');
});
