import { describe, expect, it } from 'vitest';
import { solidPng } from '../../../pictures/png/fixture.ts';
import { annex } from '../../fixture/annex.ts';
import { styles } from '../../fixture/looks.ts';
import { matrix, paragraph, space, text } from '../../fixture/pieces.ts';
import { layPages, seenLines } from './fixture.ts';

describe('a line', () => {
  it('knows its paragraph, and whether it is the first of it', () => {
    const source = paragraph('Some words that need two lines to be said. '.repeat(4));
    const [page] = seenLines(annex([source]));
    expect(page!.map(({ line }) => line.node.source)).toEqual([source, source]);
    expect(page!.map(({ line }) => line.isFirst)).toEqual([true, false]);
  });

  it('keeps its width on the next page', () => {
    const style = { ...styles.activity, align: 'right' as const };
    const long = Array.from({ length: 1500 }, (_, i) => `w${i}`).join(' ');
    const indented = { ...paragraph(long, style), space: { before: 0, after: 0, left: 60, right: 100 } };
    const lines = seenLines(annex([indented, paragraph('after', style)])).flat();
    for (const line of lines.slice(0, -1)) expect(line.right).toBeCloseTo(595.28 - 54 - 100, 3);
    expect(lines.at(-1)!.right).toBeCloseTo(595.28 - 54, 3);
  });

  it('has chips behind its letters, each centred behind one', () => {
    const [page] = layPages(annex([matrix('1.1', 'Leaf', ['A', 'B'], [['Text', 'A/']])]));
    const at = page!.items.findIndex(
      (item) => item.type === 'vector' && 'w' in item.item && item.item.w === 11.4,
    );
    const chip = page!.items[at]!.item as { x: number; y: number; w: number; h: number };
    const next = page!.items.slice(at).find((item) => item.type === 'line')!.item as never as {
      x: number;
      inlines: [{ x: number; width: number; text: string }];
    };
    const [letter] = next.inlines;
    expect(letter.text).toBe('A');
    expect(next.x + letter.x + letter.width / 2).toBeCloseTo(chip.x + chip.w / 2, 6);
  });

  it('is refused where it is taller than its place, rather than lost', () => {
    const page = {
      width: 595.28,
      height: 841.89,
      margin: { top: 5, right: 54, bottom: 62, left: 54 },
      hang: 40,
    };
    const tall = { left: [], right: [], style: { ...styles.small, size: 90, leading: 100 } };
    const content = { kind: 'text', text: 'x' } as const;
    expect(() =>
      layPages({
        ...annex([]),
        page,
        runningFooter: { ...tall, left: [content], style: { ...tall.style, leading: 900 } },
      }),
    ).toThrow(/taller than a page/u);
  });

  it('of a running header is not lost where there are too many', () => {
    const left = Array.from({ length: 60 }, (_, i) => `h${i}`).join(' ');
    const runningHeader = { left: [text(left)], right: [], style: styles.small };
    const long = paragraph(Array.from({ length: 1500 }, (_, i) => `w${i}`).join(' '));
    const pages = layPages(annex([long], { runningHeader }));
    const words = pages[1]!.items.flatMap((entry) =>
      entry.type === 'line' ? entry.item.inlines.map((word) => word.text.trim()) : [],
    );
    expect(words).toEqual(expect.arrayContaining(['h0', 'h30', 'h59']));
  });
});

describe('a picture', () => {
  it('goes to the next page where it does not fit, and leaves its room', () => {
    const image = { media: 'image/png', bytes: solidPng(4, 2), height: 300, alt: '' } as const;
    const figure = { kind: 'figure', image, space: space(), origin: 'x' } as const;
    const pages = layPages(annex([figure, figure, figure, paragraph('after')]));
    const tops = pages.map((page) =>
      page.items.flatMap((entry) => (entry.type === 'image' ? [(entry.item as { y?: number }).y] : [])),
    );
    expect(tops).toEqual([[70, 370], [70]]);
    expect(seenLines(annex([figure, paragraph('after')]))[0]![0]!.line.y).toBe(370);
  });
});
