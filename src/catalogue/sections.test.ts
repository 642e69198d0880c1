import { describe, expect, it } from 'vitest';
import type { Section } from './model.ts';
import { flattenSections, numberSections, type SectionEntry, type Unnumbered } from './sections.ts';

const place = { file: 'data/sections.csv' };
const entry = (key: string, number?: string): SectionEntry => ({
  key,
  number,
  place,
  title: { id: key, source: key, language: 'en', place },
});
const row = (id: string, section: string): Unnumbered => ({
  id,
  section,
  text: { id, source: id, language: 'en', place },
  note: undefined,
  codes: new Map(),
  readable: true,
  extras: new Map(),
  place,
});
const outline = (sections: readonly Section[]) =>
  flattenSections(sections).map((section) => [
    section.number,
    section.key,
    ...section.activities.map((activity) => `${activity.clause} ${activity.id}`),
  ]);

describe('section numbers', () => {
  it('come from the order of the sections file, never from row order', () => {
    const entries = [
      entry('before'),
      entry('before.choice'),
      entry('use'),
      entry('use.daily'),
      entry('use.access'),
    ];
    const rows = [
      row('log-in', 'use.access'),
      row('pick', 'before.choice'),
      row('run', 'use.daily'),
      row('ask', 'before.choice'),
    ];
    expect(outline(numberSections(entries, rows, {}).sections)).toEqual([
      ['1', 'before'],
      ['1.1', 'before.choice', '1.1.1 pick', '1.1.2 ask'],
      ['2', 'use'],
      ['2.1', 'use.daily', '2.1.1 run'],
      ['2.2', 'use.access', '2.2.1 log-in'],
    ]);
  });

  it('leave out sections without activities', () => {
    const entries = [entry('before'), entry('before.choice'), entry('use')];
    expect(outline(numberSections(entries, [row('run', 'use')], {}).sections)).toEqual([
      ['1', 'use', '1.1 run'],
    ]);
  });

  it('are kept as published, and counting goes on behind them', () => {
    const entries = [entry('use', '3'), entry('use.a', '3.5'), entry('use.b', '3.7'), entry('use.c')];
    const rows = [row('one', 'use.a'), row('two', 'use.b'), row('three', 'use.c')];
    expect(outline(numberSections(entries, rows, {}).sections).map(([number]) => number)).toEqual([
      '3',
      '3.5',
      '3.7',
      '3.8',
    ]);
  });

  it('never fall together with a clause where a section holds activities and sections', () => {
    const entries = [entry('use'), entry('use.daily')];
    const rows = [row('one', 'use'), row('two', 'use'), row('three', 'use.daily')];
    expect(outline(numberSections(entries, rows, {}).sections)).toEqual([
      ['1', 'use', '1.1 one', '1.2 two'],
      ['1.3', 'use.daily', '1.3.1 three'],
    ]);
  });

  it('that are given twice are an error', () => {
    const entries = [entry('a', '1'), entry('b', '1')];
    const found = numberSections(entries, [row('one', 'a'), row('two', 'b')], { product: 'x' });
    expect(found.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(['section-number-duplicate']);
  });
});
