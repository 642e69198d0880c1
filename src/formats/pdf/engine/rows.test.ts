import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../document/tree.ts';
import { activities, annex } from '../../fixture/annex.ts';
import { soberLook } from '../../fixture/looks.ts';
import { cell, matrix, notice, paragraph, row } from '../../fixture/pieces.ts';
import type { Shape } from '../definition.ts';
import { layPages, seenLines } from './fixture.ts';
import type { LaidPage } from './page.ts';

const parties = ['Customer', 'Provider'];
const { rule, colour } = soberLook;
// Of the pages of these annexes.
const [top, bottom, left, right] = [70, 841.89 - 62, 54, 595.28 - 54];

function words(count: number): string {
  return Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
}

/** A table of one row that goes on over five pages, between two short ones. */
function tallTable(more: Partial<Table> = {}): Table {
  const table = matrix('1.1', 'Long', parties, [
    ['a', '/I'],
    [words(2600), 'RA/'],
    ['z', '/RA'],
  ]);
  return { ...table, ...more };
}

function shapesOn(page: LaidPage): Shape[] {
  return page.items.flatMap((entry) => (entry.type === 'vector' ? [entry.item] : []));
}

/** Where horizontal lines lie on each page, from the top, each height once. */
function rulesOn(page: LaidPage): number[] {
  const lines = shapesOn(page).flatMap((shape) =>
    shape.type === 'line' && shape.y1 === shape.y2 ? [shape.y1] : [],
  );
  return [...new Set(lines.map((y) => Math.round(y * 100) / 100))].sort((a, b) => a - b);
}

function barsOn(page: LaidPage): { x: number; from: number; to: number }[] {
  return shapesOn(page).flatMap((shape) =>
    shape.type === 'line' && shape.x1 === shape.x2 ? [{ x: shape.x1, from: shape.y1, to: shape.y2 }] : [],
  );
}

function pagesOf(...body: Block[]): readonly LaidPage[] {
  return layPages(annex(body));
}

describe('a row taller than a page', () => {
  it('goes on over as many pages as it takes, under the head on each', () => {
    const pages = seenLines(annex([tallTable()]));
    expect(pages).toHaveLength(5);
    for (const page of pages)
      expect(page.slice(0, 4).map((line) => line.text)).toEqual(['1.1', 'Long', 'Customer', 'Provider']);
    const tall = pages.flat().filter(({ line }) => line.inlines.length > 5);
    expect(tall.flatMap(({ text }) => text.split(' ')).join(' ')).toBe(words(2600));
  });

  it('has a rule at the end of each page, below all of its text and on the page', () => {
    const lines = seenLines(annex([tallTable()]));
    for (const [i, page] of pagesOf(tallTable()).entries()) {
      const lowest = Math.max(...lines[i]!.map(({ baseline }) => baseline));
      const last = rulesOn(page).at(-1)!;
      expect(last).toBeGreaterThan(lowest);
      expect(last).toBeLessThanOrEqual(bottom);
    }
  });

  it('begins a page with a rule where no head is repeated, and with none of its own where one is', () => {
    const [, headless] = pagesOf(tallTable({ head: [] }));
    expect(rulesOn(headless!)[0]).toBeCloseTo(top + rule.fine / 2, 1);
    const [first, second] = pagesOf(tallTable());
    const headEnd = rulesOn(first!)[0]!;
    expect(rulesOn(second!)[0]).toBeCloseTo(headEnd, 2);
    expect(rulesOn(second!)[1]).toBeGreaterThan(headEnd + 100);
  });

  it('leaves short neighbours on the page that it begins on', () => {
    const pages = seenLines(annex([tallTable()]));
    const codes = pages.map((page) => page.filter(({ text }) => text === 'R A').length);
    expect(codes).toEqual([1, 0, 0, 0, 1]);
  });

  it('goes on below the longest of its cells', () => {
    const long = paragraph(words(900));
    const cells = [
      cell([paragraph('1')]),
      cell([long]),
      cell([paragraph(words(500))]),
      cell([paragraph('x')]),
    ];
    const table = {
      ...matrix('1.1', 'T', parties, []),
      body: [{ cells, origin: 'x' }, row('1.2', ['Next', 'R/'])],
    };
    const pages = seenLines(annex([table]));
    const next = pages.at(-1)!.find(({ text }) => text === 'Next')!;
    const others = pages
      .at(-1)!
      .filter((line) => line !== next && line.x < right - 200 && line.text.startsWith('w'));
    for (const { baseline } of others) expect(baseline).toBeLessThan(next.baseline);
    expect(
      pages
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ).toContain('w899');
  });
});

describe('the head of a table', () => {
  it('has the strong rule below it on every page, and no other line in it', () => {
    for (const page of pagesOf(matrix('1.1', 'Leaf', parties, activities(90)))) {
      const strong = shapesOn(page).filter(
        (shape) => shape.type === 'line' && shape.lineColor === colour.ink,
      );
      expect(strong).toHaveLength(4 - 1);
      expect(rulesOn(page)[0]).toBeGreaterThan(top);
    }
  });

  it('is not repeated where it would take more than a third of the page', () => {
    const pages = seenLines(annex([matrix('1.1', words(500), parties, activities(60))]));
    const titled = pages.map((page) => page.filter(({ text }) => text.startsWith('w0 ')).length);
    expect(pages.length).toBeGreaterThan(1);
    expect(titled).toEqual(pages.map((_, i) => (i === 0 ? 1 : 0)));
  });

  it('has a rule of one piece for cells that reach over columns', () => {
    const [page] = pagesOf(matrix('1.1', 'Leaf', parties, activities(1)));
    const pieces = shapesOn(page!).flatMap((shape) =>
      shape.type === 'line' && shape.lineColor === colour.ink ? [[shape.x1, shape.x2]] : [],
    );
    expect(pieces.map((piece) => piece.map(Math.round))).toEqual([
      [left, 397],
      [397, 469],
      [469, 541],
    ]);
  });
});

describe('a bar', () => {
  it('stands beside each row of the body on each page, in the margin, without gaps', () => {
    for (const page of pagesOf(tallTable({ bar: true }))) {
      const bars = barsOn(page);
      expect(new Set(bars.map(({ x }) => x))).toEqual(new Set([left - 9 - 1]));
      const rules = rulesOn(page);
      expect(Math.abs(bars[0]!.from - rules[0]!)).toBeLessThanOrEqual(rule.strong / 2 + 0.01);
      for (const [i, { from }] of bars.slice(1).entries()) expect(from).toBeLessThanOrEqual(bars[i]!.to);
      expect(bars.at(-1)!.to).toBeCloseTo(rules.at(-1)! + rule.fine / 2, 1);
    }
  });
});

describe('a notice', () => {
  it('has its tint behind all of its lines on each page, and before all else', () => {
    const document = annex([paragraph('before'), notice('Read this', words(1800))]);
    const lines = seenLines(document);
    for (const [i, page] of layPages(document).entries()) {
      const tint = page.items[0]!.item as Extract<Shape, { type: 'rect' }>;
      expect(tint).toMatchObject({ type: 'rect', color: colour.tint });
      // With a line it would be an outline.
      expect(tint).not.toHaveProperty('lineWidth');
      const own = lines[i]!.filter(({ text }) => text !== 'before');
      expect(tint.y).toBeLessThan(Math.min(...own.map(({ line }) => line.y)));
      expect(tint.y + tint.h).toBeGreaterThan(Math.max(...own.map(({ baseline }) => baseline)));
    }
  });
});
