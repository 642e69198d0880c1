import { expect, it } from 'vitest';
import { plainText } from '../../document/plain.ts';
import type { Block } from '../../document/tree.ts';
import { heading, matrix, paragraph, section } from '../fixture/pieces.ts';
import { type Item, outline } from './outline.ts';

const leaf = (number: string) => matrix(number, `T${number}`, ['A', 'B'], []);

/** Parts in brackets behind their titles; a paragraph by its text. */
function show(blocks: readonly Block[]): string {
  const showItem = (item: Item): string => {
    if (item.kind === 'paragraph') return plainText(item.content);
    if (item.kind !== 'part') return item.kind;
    return `${item.heading.number}${item.table ? '*' : ''}(${item.items.map(showItem).join(' ')})`;
  };
  return outline(blocks).map(showItem).join(' ');
}

it('nests by the levels of headings, in tables too', () => {
  const blocks = [
    heading(1, '1', 'a'),
    heading(2, '1.1', 'b'),
    leaf('1.1.1'),
    leaf('1.1.2'),
    heading(1, '2', 'c'),
  ];
  expect(show(blocks)).toBe('1(1.1(1.1.1*() 1.1.2*())) 2()');
});

it('ends the part of a table with the table', () => {
  expect(show([heading(1, '1', 'a'), leaf('1.1'), paragraph('after')])).toBe('1(1.1*() after)');
});

it('ends with a section what was begun in it', () => {
  expect(show([section([heading(1, '1', 'a'), paragraph('in')]), paragraph('out')])).toBe('1(in) out');
});

it('takes in a section that begins with a deeper heading', () => {
  expect(
    show([heading(1, '1', 'a'), section([heading(2, '1.1', 'b')]), section([heading(1, '2', 'c')])]),
  ).toBe('1(1.1()) 2()');
});
