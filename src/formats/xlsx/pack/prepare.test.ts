import { beforeEach, describe, expect, it, vi } from 'vitest';
import { blankSheet } from '../../../workbook/fixture.ts';
import type { PackWorkbookBody } from '../../../workbook/pack.ts';
import type { CellStyle, CellValue, Sheet, WorkbookDocument } from '../../../workbook/tree.ts';
import { unzip } from '../unzip.ts';
import type { PreparedWorkbook } from './prepare.ts';

const plain: CellStyle = {
  font: { name: 'Arial', size: 10, bold: false, underline: false, colour: '#14202E' },
  fill: undefined,
  align: { horizontal: 'left', vertical: 'middle', wrap: true, indent: 0 },
  border: {},
  format: undefined,
};
const bold: CellStyle = { ...plain, font: { ...plain.font, bold: true } };

const text = (said: string): CellValue => ({ kind: 'text', text: said });

function sheetOf(name: string, values: readonly CellValue[], style: CellStyle): Sheet {
  return {
    ...blankSheet,
    name,
    rows: values.map((value) => ({
      height: undefined,
      cells: [{ column: 1, value, style, origin: 'test' }],
    })),
  };
}

const cell = { top: 1, left: 1, bottom: 1, right: 1 };

function memberOf(name: string, table: string): PackWorkbookBody['members'][number] {
  const matrix = sheetOf(name, [text('Activity'), text('Run it'), text('1.2')], plain);
  return {
    sheet: {
      ...matrix,
      table: { name: table, range: { ...cell, bottom: 3 }, columns: ['Activity'] },
      validations: [{ range: cell, allowed: ['R, A', 'R'], title: 't', message: 'm' }],
      conditions: [{ range: cell, formula: 'TRUE', bold: true, fill: undefined, colour: undefined }],
    },
    names: [{ name: `${table}_activity`, sheet: name, range: { ...cell, top: 2, bottom: 3 } }],
    carries: [{ name: 'edition.json', text: `{"product": "${name}"}` }],
  };
}

const body: PackWorkbookBody = {
  font: 'Arial',
  members: [memberOf('Mail', 'Annex1_Matrix'), memberOf('Web & more', 'Annex2_Matrix')],
};

function overviewOf(customer: string, style = bold): WorkbookDocument {
  const link: CellValue = { kind: 'link', text: 'Mail', target: { sheet: 'Mail' } };
  return {
    language: 'en',
    font: 'Arial',
    properties: { title: `For ${customer}`, subject: '', author: 'A', keywords: [], date: '2026-03-01' },
    sheets: [sheetOf('Overview', [text(customer), link], style)],
    names: [{ name: 'customer', sheet: 'Overview', range: cell }],
  };
}

async function prepare(): Promise<PreparedWorkbook> {
  vi.resetModules();
  return (await import('./prepare.ts')).preparePackWorkbook(body);
}

const bytesOf = (pieces: readonly Uint8Array[]): Uint8Array => Buffer.concat(pieces);

describe('the workbook of a pack', () => {
  let prepared: PreparedWorkbook;
  beforeEach(async () => {
    prepared = await prepare();
  });

  const partsOf = (customer: string, style = bold): ReadonlyMap<string, string> =>
    new Map(unzip(bytesOf(prepared.bind(overviewOf(customer, style)))).map((part) => [part.path, part.text]));

  it('shares all but the overview and the properties with other contracts', () => {
    const [one, other] = [prepared.bind(overviewOf('Nordwind')), prepared.bind(overviewOf('Südwind'))];
    expect(one[0]).toBe(other[0]);
    expect(one[1]).not.toEqual(other[1]);
  });

  it('says of a customer on the overview and in its properties alone, and of no other customer', () => {
    partsOf('The secret of others');
    const parts = partsOf('Nordwind');
    const saying = (word: string) =>
      [...parts].filter(([, part]) => part.includes(word)).map(([path]) => path);
    expect(saying('Nordwind')).toEqual(['xl/worksheets/sheet1.xml', 'docProps/core.xml']);
    expect(saying('secret')).toEqual([]);
  });

  it('has the same bytes whatever was bound before it', async () => {
    const alone = bytesOf((await prepare()).bind(overviewOf('Nordwind')));
    // A text that looks like a formula, and another style: other styles in the workbook.
    for (const neighbour of [overviewOf('=HYPERLINK(1)'), overviewOf('Südwind', plain)]) {
      prepared.bind(neighbour);
      expect(bytesOf(prepared.bind(overviewOf('Nordwind')))).toEqual(alone);
    }
  });

  it('keeps the styles of the members whatever styles an overview has', () => {
    const [one, other] = [partsOf('Nordwind'), partsOf('=1+1', plain)];
    expect(other.get('xl/worksheets/sheet2.xml')).toBe(one.get('xl/worksheets/sheet2.xml'));
    expect(one.get('xl/styles.xml')).not.toBe(other.get('xl/styles.xml'));
  });

  it('lists the overview first, then a sheet for each annex, then hidden ones', () => {
    const listed = [
      ...partsOf('x')
        .get('xl/workbook.xml')!
        .matchAll(/<sheet [^>]*name="([^"]+)" state="(\w+)"/g),
    ];
    expect(listed.map(([, name, state]) => `${name}: ${state}`)).toEqual([
      'Overview: visible',
      'Mail: visible',
      'Web &amp; more: visible',
      'Lists: veryHidden',
      '_carried: veryHidden',
      '_carried (2): veryHidden',
    ]);
  });

  it('has a part for all that its parts name', () => {
    const parts = partsOf('x');
    const types = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(types.filter((path) => !parts.has(path!))).toEqual([]);
    expect([...parts.keys()].filter((path) => path.startsWith('xl/worksheets/sheet'))).toHaveLength(6);
    expect(parts.get('xl/worksheets/_rels/sheet3.xml.rels')).toContain('../tables/table2.xml');
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      `location="${"'Mail'!A1".replaceAll("'", '&apos;')}"`,
    );
  });

  it('says in its cells what members say, for the proof', () => {
    expect(prepared.painted).toEqual([
      ['Activity', 'Run it', '1.2'],
      ['Activity', 'Run it', '1.2'],
    ]);
  });

  it('refuses an overview that is no workbook', () => {
    const [sheet] = overviewOf('x').sheets;
    expect(() => prepared.bind({ ...overviewOf('x'), sheets: [{ ...sheet!, name: 'a/b' }] })).toThrow(
      'sheet name',
    );
  });
});
