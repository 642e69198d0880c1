import { describe, expect, it } from 'vitest';
import type { RowPassage } from '../published.ts';
import { gatherMarks } from './marks.ts';
import { joinPages } from './pages.ts';
import { type PagePart, readParts } from './structure.ts';

const row = (page: number, ...cells: string[]): RowPassage => ({
  kind: 'row',
  page,
  isHead: false,
  cells: cells.map((line) => (line === '' ? [] : [line])),
});
const table = (...rows: RowPassage[]): PagePart => ({ kind: 'table', rows });
const text = (page: number, line: string): PagePart => ({ kind: 'text', page, lines: [line] });

describe('the pages of a document', () => {
  it('make one table of a table that goes on over a page, each row on the page where it begins', () => {
    const joined = joinPages([
      [text(1, 'before'), table(row(1, '1.1', 'one', 'R'), row(1, '1.2', 'two', 'A'), row(1, '', '', ''))],
      [
        table(row(2, '', '', ''), row(2, '', 'and a half', ''), row(2, '1.3', 'three', 'I')),
        text(2, 'after'),
      ],
    ]);
    expect(joined).toEqual([
      text(1, 'before'),
      row(1, '1.1', 'one', 'R'),
      { ...row(1), cells: [['1.2'], ['two', 'and a half'], ['A']] },
      row(2, '1.3', 'three', 'I'),
      text(2, 'after'),
    ]);
  });

  it('leave two tables two, though they look alike', () => {
    const pages = [
      [table(row(1, '1.1', 'one'), row(1, '1.2', 'two'))],
      [table(row(2, '2.1', 'a'), row(2, '2.2', 'b'))],
    ];
    expect(joinPages(pages)).toHaveLength(4);
  });
});

describe('the structure of a page', () => {
  const items = [
    { type: 'beginMarkedContentProps', id: 'm1' },
    { str: 'Restore what', hasEOL: true },
    { str: 'was lost', hasEOL: false },
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContent' },
    { str: 'Page 1 of 2', hasEOL: false },
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContentProps', id: 'm2' },
    { str: 'R A', hasEOL: false },
    { type: 'endMarkedContent' },
  ];

  it('is read in the order of the tree, lines apart, and without decoration', () => {
    const cell = (role: string, id: string) => ({ role, children: [{ type: 'content', id }] });
    const tree = {
      role: 'Root',
      children: [
        { role: 'Table', children: [{ role: 'TR', children: [cell('TH', 'm2'), cell('TD', 'm1')] }] },
      ],
    };
    expect(readParts(tree, gatherMarks(items), 1)).toEqual([
      table({ ...row(1), cells: [['R A'], ['Restore what', 'was lost']] }),
    ]);
  });
});
