import { describe, expect, it } from 'vitest';
import type { Block } from '../../../document/tree.ts';
import { activities, annex } from '../../fixture/annex.ts';
import { styles } from '../../fixture/looks.ts';
import { cover, heading, matrix, paragraph, section } from '../../fixture/pieces.ts';
import { type SeenLine, seenLines } from './fixture.ts';

const parties = ['Customer', 'Provider'];

/** What a line is, judged by how it is set. */
function kindOf(line: SeenLine): 'heading' | 'head' | 'row' | 'other' {
  const { source } = line.line.node!;
  const size = line.line.inlines[0]?.fontSize;
  if ('kind' in source && source.kind === 'heading') return size === styles.leaf.size ? 'head' : 'heading';
  return /^\d+(\.\d+)+$/u.test(line.text) ? 'row' : 'other';
}

/** A filler of so many lines, to push what follows down the page. */
function filler(lines: number): Block[] {
  return Array.from({ length: lines }, (_, i) => paragraph(`Line ${i}`));
}

function pagesAfter(lines: number, blocks: readonly Block[]): SeenLine[][] {
  return seenLines(annex([...filler(lines), ...blocks]));
}

const heights = Array.from({ length: 56 }, (_, lines) => lines);

describe('page breaks', () => {
  it('never leave a heading or the head of a table at the bottom of a page', () => {
    const blocks = [
      section([
        heading(1, '1', 'One'),
        section([heading(2, '1.1', 'Two'), matrix('1.1.1', 'Leaf', parties, activities(5))]),
      ]),
    ];
    for (const lines of heights) {
      for (const page of pagesAfter(lines, blocks)) {
        const kinds = page.map(kindOf);
        const last = kinds.findLastIndex((kind) => kind === 'heading' || kind === 'head');
        expect(
          kinds.slice(last).filter((kind) => kind === 'row').length,
          `after ${lines} lines`,
        ).toBeGreaterThanOrEqual(last < 0 ? 0 : 2);
      }
    }
  });

  it('keep the last two rows of a table together', () => {
    for (const lines of heights) {
      for (const page of pagesAfter(lines, [matrix('1.1', 'Leaf', parties, activities(7))])) {
        const rows = page.filter((line) => kindOf(line) === 'row').map((line) => line.text);
        expect(rows.includes('1.1.7'), `after ${lines} lines`).toBe(rows.includes('1.1.6'));
      }
    }
  });

  it('keep tables of up to three rows whole', () => {
    for (const lines of heights) {
      const pages = pagesAfter(lines, [matrix('1.1', 'Leaf', parties, activities(3))]);
      const counts = pages.map((page) => page.filter((line) => kindOf(line) === 'row').length);
      expect(
        counts.filter((count) => count > 0),
        `after ${lines} lines`,
      ).toEqual([3]);
    }
  });

  it('never divide a row of a few lines', () => {
    for (const lines of heights) {
      for (const page of pagesAfter(lines, [matrix('1.1', 'Leaf', parties, activities(9))])) {
        const bottom = Math.max(...page.map((line) => line.baseline));
        const first = page.findIndex((line) => line.text.startsWith('and when'));
        if (first >= 0) expect(page[first - 1]!.text).toMatch(/^Look after/u);
        expect(bottom).toBeLessThan(841.89 - 62);
      }
    }
  });

  it('repeat the head on every page that a table reaches', () => {
    const pages = seenLines(annex([matrix('1.1', 'Leaf', parties, activities(90))]));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.slice(0, 4).map((line) => line.text)).toEqual(['1.1', 'Leaf', 'Customer', 'Provider']);
    }
  });

  it('do not leave the closing line alone on the last page', () => {
    for (const lines of heights) {
      const pages = pagesAfter(lines, [matrix('1.1', 'Leaf', parties, activities(6)), paragraph('The end.')]);
      expect(pages.at(-1)!.length, `after ${lines} lines`).toBeGreaterThan(1);
    }
  });

  it('open no empty page', () => {
    for (const lines of heights) {
      for (const page of pagesAfter(lines, [matrix('1.1', 'Leaf', parties, activities(4))])) {
        expect(page.length, `after ${lines} lines`).toBeGreaterThan(0);
      }
    }
  });

  it('start every page at the same height', () => {
    const tops = heights.flatMap((lines) => {
      const blocks = [heading(1, '1', 'One'), matrix('1.1', 'Leaf', parties, activities(4))];
      return pagesAfter(lines, blocks).map((page) => Math.min(...page.map(({ line }) => line.y)));
    });
    expect(new Set(tops.map((top) => top.toFixed(3)))).toEqual(new Set(['70.000']));
  });
});

describe('base lines', () => {
  it('are one for all cells of a row', () => {
    const [page] = seenLines(annex([matrix('1.1', 'Leaf', parties, [['One line', 'RA/I']])]));
    const row = page!.slice(4);
    expect(row.map((line) => line.text)).toEqual(['1.1.1', 'One line', 'R A', 'I']);
    for (const { baseline } of row) expect(baseline).toBeCloseTo(row[0]!.baseline, 6);
  });

  it('bring party labels to the last line of the title', () => {
    const title = 'A title that is so long that it cannot but run over two lines of the column it has';
    const [page] = seenLines(annex([matrix('1.1', title, parties, activities(1))]));
    const [number, first, second, customer, provider] = page!;
    expect(first!.baseline).toBeCloseTo(number!.baseline, 6);
    expect(customer!.baseline).toBeCloseTo(second!.baseline, 6);
    expect(provider!.baseline).toBeCloseTo(second!.baseline, 6);
  });

  it('bring the name and the label of the masthead together', () => {
    const [page] = seenLines(annex([cover('Title', [['Edition', '1']])]));
    expect(page![1]!.text).toBe('Annex 2');
    expect(page![1]!.baseline).toBeCloseTo(page![0]!.baseline, 6);
  });
});
