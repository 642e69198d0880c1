import { beforeEach, describe, expect, it, vi } from 'vitest';
import { blankSheet } from '../../workbook/fixture.ts';
import { sheetNames } from '../../workbook/names.ts';
import type { CellStyle, Condition, Sheet, WorkbookDocument } from '../../workbook/tree.ts';
import type { WorkbookFormat } from '../format.ts';
import { unzip } from './unzip.ts';

const plain: CellStyle = {
  font: { name: 'Arial', size: 10, bold: false, underline: false, colour: '#14202E' },
  fill: undefined,
  align: { horizontal: 'left', vertical: 'middle', wrap: true, indent: 0 },
  border: {},
  format: undefined,
};

/** As a process that has made no workbook yet. */
async function freshFormat(): Promise<WorkbookFormat> {
  vi.resetModules();
  return (await import('./format.ts')).xlsxFormat;
}

describe('a workbook among others', () => {
  let format: WorkbookFormat;
  beforeEach(async () => {
    format = await freshFormat();
  });

  it('has the bytes it has alone, whichever were made before it', async () => {
    const alone = await renderEachAlone();
    for (const order of [names, names.toReversed()]) {
      for (const name of order) {
        expect((await format.render(neighbours[name])).bytes, name).toEqual(alone.get(name));
      }
    }
  });

  it('has the bytes it has alone, with others being made at the same time', async () => {
    const alone = await renderEachAlone();
    const together = await Promise.all(names.map((name) => format.render(neighbours[name])));
    expect(together.map(({ bytes }) => bytes)).toEqual([...alone.values()]);
  });

  it('has them still after more looks than are kept', async () => {
    const before = await format.render(neighbours.first);
    for (let size = 1; size <= 70; size++) {
      await format.render(documentOf(['x'], { ...plain, font: { ...plain.font, size } }));
    }
    expect((await format.render(neighbours.first)).bytes).toEqual(before.bytes);
  });

  it('says nothing of a neighbour that looks the same', async () => {
    await format.render(documentOf(['The secret of others'], plain));
    const { bytes } = await format.render(documentOf(['Our own'], plain));
    expect(unzip(bytes).filter(({ text }) => text.includes('secret'))).toEqual([]);
  });
});

async function renderEachAlone(): Promise<ReadonlyMap<Name, Uint8Array>> {
  const alone = new Map<Name, Uint8Array>();
  for (const name of names) {
    const format = await freshFormat();
    alone.set(name, (await format.render(neighbours[name])).bytes);
  }
  return alone;
}

function documentOf(
  texts: readonly string[],
  style: CellStyle,
  changes: Partial<Sheet> = {},
): WorkbookDocument {
  const sheet: Sheet = {
    ...blankSheet,
    name: sheetNames([texts[0]!])[0]!,
    rows: texts.map((text) => ({
      height: undefined,
      cells: [{ column: 1, value: { kind: 'text', text }, style, origin: 'test' }],
    })),
    print: { ...blankSheet.print, footer: { ...blankSheet.print.footer, left: [texts[0]!] } },
    ...changes,
  };
  return {
    language: 'en',
    font: 'Arial',
    properties: { title: texts[0]!, subject: '', author: 'A', keywords: [], date: '2026-03-01' },
    sheets: [sheet],
    names: [{ name: 'first', sheet: sheet.name, range: { top: 1, left: 1, bottom: 1, right: 1 } }],
  };
}

const cell = { top: 1, left: 1, bottom: 1, right: 1 };
const condition: Condition = { range: cell, formula: 'TRUE', bold: true, fill: undefined, colour: undefined };
const first = documentOf(['first', 'shared', '1.2'], plain);

/** Alike in all but one thing each, or hostile. */
const neighbours = {
  first,
  'other texts': documentOf(['other', 'shared', '3.4'], plain),
  'another language': { ...first, language: 'fr' },
  'another font': { ...first, font: 'Verdana' },
  'a cell in bold': documentOf(['first', 'shared', '1.2'], { ...plain, font: { ...plain.font, bold: true } }),
  'a cell no longer kept as text': documentOf(['first', 'shared', 'x'], plain),
  'a sheet more': { ...first, sheets: [...first.sheets, { ...first.sheets[0]!, name: 'second' }] },
  'a text it carries': { ...first, carries: [{ name: 'edition.json', text: '{"a": "<&>"}' }] },
  'a table': documentOf(['first', 'shared', '1.2'], plain, {
    table: { name: 'Matrix', range: { ...cell, bottom: 3 }, columns: ['first'] },
  }),
  'a condition': documentOf(['first'], plain, { conditions: [condition] }),
  'another condition': documentOf(['first'], plain, { conditions: [{ ...condition, fill: '#D0D2D5' }] }),
  'a long list': documentOf(['first'], plain, {
    validations: [{ range: cell, allowed: ['a,b', 'c'], title: 't', message: 'm' }],
  }),
  hostile: documentOf(['</v></c>', ']]>', '{{first}}', '$1 $&', '__proto__', '\u0000\ud800'], plain),
};

type Name = keyof typeof neighbours;
const names = Object.keys(neighbours) as Name[];
