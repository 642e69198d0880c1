import { describe, expect, it } from 'vitest';
import type { LocalizedActivity, LocalizedProduct } from '../../catalogue/localized.ts';
import { showWorkbook } from '../../workbook/show.ts';
import type { CellValue, Sheet, WorkbookDocument } from '../../workbook/tree.ts';
import { brand, kiosk, plant, shippedSource, words } from '../annex/fixture.ts';
import { composeWorkbook, loadWorkbookTemplates } from './compose.ts';

describe('the workbook', () => {
  it('has a shipped template without a fault', () => {
    expect(loadWorkbookTemplates(shippedSource, words).diagnostics).toEqual([]);
  });

  it('of two parties, with chapters, notes and links', () => {
    expect(showWorkbook(compose(kiosk))).toMatchSnapshot();
  });

  it('of four parties and RASCI: a draft that a machine translated', () => {
    expect(showWorkbook(compose(plant))).toMatchSnapshot();
  });

  it('keeps texts as they were typed: line breaks, spaces, markup, formulas, placeholders', () => {
    const typed = ['one\ntwo', 'a  b   c', '<b>&amp;</b>', '=cmd()', '{{name}}', '</cell>', '{page}'];
    const matrix = sheet(compose(withActivities('Title', typed)), 'Matrix');
    expect(matrix.rows.slice(1).map(({ cells }) => textOf(cells[2]!.value))).toEqual(typed);
    expect(matrix.rows.flatMap(({ cells }) => cells).every(({ value }) => value.kind === 'text')).toBe(true);
  });

  it('gives the columns of parties with the same short name different headers', () => {
    const parties = kiosk.parties.map((party) => ({ ...party, short: 'Partner' }));
    const matrix = sheet(compose({ ...kiosk, parties }), 'Matrix');
    expect(matrix.table!.columns.slice(4, 6)).toEqual(['Partner', 'Partner (2)']);
    expect(matrix.rows[0]!.cells.map(({ value }) => textOf(value))).toEqual(matrix.table!.columns);
  });

  it('has a column for chapters and for notes only where there are any', () => {
    expect(sheet(compose(kiosk), 'Matrix').table!.columns).toEqual([
      'No.',
      'Chapter',
      'Section',
      'Activity',
      'Customer',
      'Provider',
      'Note',
      'Id',
    ]);
    expect(sheet(compose(plant), 'Matrix').table!.columns).not.toContain('Chapter');
    expect(sheet(compose(plant), 'Matrix').table!.columns).not.toContain('Note');
  });

  it('hides the ids of the activities in the last column', () => {
    const matrix = sheet(compose(kiosk), 'Matrix');
    expect(matrix.columns.at(-1)!.hidden).toBe(true);
    expect(matrix.rows.map(({ cells }) => textOf(cells.at(-1)!.value))).toEqual([
      'Id',
      'a-1-1-1',
      'a-1-1-2',
      'a-2-1',
    ]);
  });

  it('counts sections whose titles a COUNTIF would take for patterns', () => {
    const titles = ['*', 'a*', '~?', '>=1', '=1', '<>'];
    const product = {
      ...kiosk,
      sections: titles.flatMap((title, n) => sectionOf(title, `${n + 1}`, ['x', 'y'])),
    };
    const rows = sheet(compose(product), 'Summary').rows.slice(2, 8);
    expect(rows.map(({ cells }) => resultOf(cells[1]!.value))).toEqual([2, 2, 2, 2, 2, 2]);
    expect(formulaOf(rows[0]!.cells[1]!.value)).toBe('SUMPRODUCT(--(Matrix_section=$A3))');
  });

  it('counts codes as whole words: C is not in CI', () => {
    const codes = ['C', 'CI'].map((sign) => ({ ...kiosk.codes[0]!, sign, name: sign, role: 'other' }));
    const product = { ...withActivities('Title', ['x', 'y', 'z']), codes };
    const held = [['C'], ['CI'], ['C', 'CI']];
    const [section] = product.sections;
    const activities = section!.activities.map((activity, n) => ({
      ...activity,
      cells: cellsOf(held[n]!, []),
    }));
    const summary = sheet(compose({ ...product, sections: [{ ...section!, activities }] }), 'Summary');
    expect(summary.rows[2]!.cells.slice(1).map(({ value }) => resultOf(value))).toEqual([3, 2, 2, 0, 0]);
    expect(formulaOf(summary.rows[2]!.cells[2]!.value)).toBe(
      'SUMPRODUCT((Matrix_section=$A3)*ISNUMBER(FIND(" C "," "&Matrix_party_customer&" ")))',
    );
  });

  it('checks that each activity has one accountable party, and says so if not', () => {
    const checkOf = (product: LocalizedProduct) =>
      resultOf(sheet(compose(product), 'Summary').rows.at(-1)!.cells[1]!.value);
    expect(checkOf(kiosk)).toBe('Every activity has exactly one accountable party.');
    const [first, section, ...rest] = kiosk.sections;
    const none = section!.activities.map((activity) => ({ ...activity, cells: cellsOf(['R'], []) }));
    const broken = { ...kiosk, sections: [first!, { ...section!, activities: none }, ...rest] };
    expect(checkOf(broken)).toBe('Some activities have no accountable party, or more than one.');
  });

  it('lets every combination of few codes be chosen, those in use first', () => {
    const [validation] = sheet(compose(kiosk), 'Matrix').validations;
    expect(validation!.range).toEqual({ top: 2, left: 5, bottom: 4, right: 6 });
    expect(validation!.allowed).toHaveLength(16);
    expect(validation!.allowed.slice(0, 5)).toEqual(['–', 'R A', 'I', 'R', 'A']);
  });

  it('looks for the weightiest code first', () => {
    const formulas = sheet(compose(kiosk), 'Matrix').conditions.map(
      ({ formula }) => /" (.) "/.exec(formula)![1],
    );
    expect(formulas).toEqual(['A', 'R', 'C', 'I', '–']);
  });

  it('makes rows as high as their texts need, never higher than Excel can', () => {
    const matrix = sheet(
      compose(withActivities('Title', ['short', 'long words '.repeat(20), 'x'.repeat(9000)])),
      'Matrix',
    );
    const [, short, long, longest] = matrix.rows.map(({ height }) => height!);
    expect(short).toBe(20);
    expect(long).toBeGreaterThan(32);
    expect(longest).toBe(409);
  });

  it('names the template and the product where a text does not fit into a cell', () => {
    const made = composeWorkbook(withActivities('Title', ['x'.repeat(32_768)]), brand, templates());
    expect(made.value).toBeUndefined();
    expect(made.diagnostics).toMatchObject([
      {
        rule: 'workbook-text-length',
        place: { file: 'templates/workbook.hbs', line: expect.any(Number) },
        scope: { product: 'kiosk', language: 'en' },
      },
    ]);
  });
});

describe('a workbook template with a slip', () => {
  it.each([
    ['an unknown element', '<chart/>', 'markup-element', '<chart> is no element of the workbook.'],
    ['an unknown class', '<row class="titel"/>', 'markup-class', '<row class="titel">'],
    [
      'a table that is not there',
      '<row><cell><count of="Matrx"/></cell></row>',
      'workbook-table',
      "no table 'Matrx'",
    ],
    [
      'a column that is not there',
      '<row><cell><count of="Matrix" column="activty" code="A"/></cell></row>',
      'workbook-column',
      "no column 'activty'",
    ],
    [
      'a code without a column',
      '<row><cell><count of="Matrix" code="A"/></cell></row>',
      'workbook-count',
      'both a column',
    ],
    ['a sum of nothing', '<row><cell><sum/></cell></row>', 'workbook-sum', 'Nothing stands above'],
    [
      'a link to no sheet',
      '<row><cell><a sheet="Matrx">x</a></cell></row>',
      'workbook-link',
      "no sheet 'Matrx'",
    ],
    ['a number that is none', '<row><cell type="number">x</cell></row>', 'workbook-cell', "found 'x'"],
    [
      'a day that is none',
      '<row><cell type="date">2026-02-30</cell></row>',
      'workbook-cell',
      "found '2026-02-30'",
    ],
    ['too many cells', '<row><cell span="9"/></row>', 'workbook-row', 'takes 9 columns; the sheet has 2'],
    ['a span that is none', '<row><cell span="all"/></row>', 'workbook-cell', "found 'all'"],
    [
      'a name that is taken',
      '<row><cell name="Matrix">x</cell></row>',
      'workbook-name',
      "'Matrix' cannot name a cell",
    ],
    ['two things in a cell', '<row><cell><sum/><sum/></cell></row>', 'workbook-cell', 'holds one thing'],
  ])('names the place of %s', (_, markup, rule, message) => {
    const found = faultsOf(
      `<sheet name="Slip" orientation="portrait" widths="10 10">\n    ${markup}\n  </sheet>\n`,
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule,
        message: expect.stringContaining(message),
        place: expect.objectContaining({ line: lineOfSlip }),
      }),
    );
  });

  it.each([
    ['a row that lacks a cell', '<row><cell>x</cell></row>', 'workbook-row', 'has 1 cells'],
    ['a cell that spans', '<row><cell span="2">x</cell></row>', 'workbook-cell', 'cannot span'],
    [
      'two columns of a name',
      '<column name="a" width="9">x</column>',
      'workbook-column',
      "Two columns are called 'a'",
    ],
    ['codes apart', '<column name="c" width="9" codes="yes">c</column>', 'workbook-column', 'side by side'],
  ])('names the place of %s in a table', (_, markup, rule, message) => {
    const columns = '<column name="b" width="9" codes="yes">b</column><column name="a" width="9">a</column>';
    const row = markup.startsWith('<row') ? '' : '<row><cell/><cell/><cell/></row>';
    const found = faultsOf(
      `<sheet name="Slip" orientation="portrait"><table name="Slip">${columns}\n    ${markup}${row}</table></sheet>\n`,
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule,
        message: expect.stringContaining(message),
        place: expect.objectContaining({ line: lineOfSlip }),
      }),
    );
  });
});

const shipped = new TextDecoder().decode(shippedSource.read('templates/workbook.hbs')!.bytes);
const lineOfSlip = shipped.slice(0, shipped.indexOf('<sheet ')).split('\n').length + 1;

/** What is found in the shipped template with something put before its first sheet. */
function faultsOf(markup: string) {
  const source = shipped.replace('<sheet ', `${markup}<sheet `);
  const read = (path: string) =>
    path === 'templates/workbook.hbs'
      ? { path, bytes: new TextEncoder().encode(source) }
      : shippedSource.read(path);
  return loadWorkbookTemplates({ ...shippedSource, read }, words).diagnostics;
}

function templates() {
  return loadWorkbookTemplates(shippedSource, words).value!;
}

function compose(product: LocalizedProduct): WorkbookDocument {
  const made = composeWorkbook(product, brand, templates());
  expect(made.diagnostics).toEqual([]);
  return made.value!;
}

function sheet(workbook: WorkbookDocument, name: string): Sheet {
  return workbook.sheets.find((candidate) => candidate.name === name)!;
}

function withActivities(title: string, texts: readonly string[]): LocalizedProduct {
  return { ...kiosk, sections: sectionOf(title, '1', texts) };
}

function sectionOf(title: string, number: string, texts: readonly string[]): LocalizedProduct['sections'] {
  const activities = texts.map(
    (text, n): LocalizedActivity => ({
      id: `row-${number}-${n}`,
      clause: `${number}.${n + 1}`,
      text,
      note: undefined,
      cells: cellsOf(['R', 'A'], []),
    }),
  );
  return [{ key: `key-${number}`, number, title, depth: 1, activities }];
}

function cellsOf(customer: readonly string[], provider: readonly string[]): LocalizedActivity['cells'] {
  return [
    { party: 'customer', held: customer },
    { party: 'provider', held: provider },
  ];
}

function textOf(value: CellValue): string | undefined {
  return value.kind === 'text' ? value.text : undefined;
}

function resultOf(value: CellValue): string | number | undefined {
  return value.kind === 'formula' ? value.result : undefined;
}

function formulaOf(value: CellValue): string | undefined {
  return value.kind === 'formula' ? value.formula : undefined;
}
