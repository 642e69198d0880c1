import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CellStyle, CellValue, Sheet, WorkbookDocument } from '../../workbook/tree.ts';
import { xlsxFormat } from './format.ts';
import { unzip } from './unzip.ts';

const plain: CellStyle = {
  font: { name: 'Arial', size: 10.5, bold: false, underline: false, colour: '#14202E' },
  fill: undefined,
  align: { horizontal: 'left', vertical: 'middle', wrap: true, indent: 0 },
  border: { bottom: { line: 'hair', colour: '#C7CED6' } },
  format: undefined,
};

describe('the xlsx format', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes the same bytes for the same tree in any time zone', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { xlsxFormat } from ${JSON.stringify(fileURLToPath(new URL('./format.ts', import.meta.url)))};
      const { bytes } = await xlsxFormat.render(${JSON.stringify(small)});
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const hashes = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
      const options = { encoding: 'utf8', env: { ...process.env, TZ: zone } } as const;
      return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], options)
        .stdout;
    });
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });

  it('writes the same bytes on another day', async () => {
    const { bytes } = await xlsxFormat.render(small);
    vi.useFakeTimers({ now: new Date('2031-12-24T18:30:00Z'), toFake: ['Date'] });
    expect(sha256((await xlsxFormat.render(small)).bytes)).toBe(sha256(bytes));
  });

  it('writes the parts that Excel expects, and no other', async () => {
    const parts = unzip((await xlsxFormat.render(small)).bytes);
    expect(parts.map(({ path }) => path)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/sharedStrings.xml',
      'xl/tables/table1.xml',
      'xl/theme/theme1.xml',
      'xl/styles.xml',
      'docProps/app.xml',
      'docProps/core.xml',
      'xl/workbook.xml',
    ]);
  });

  it('dates the document by its tree alone', async () => {
    const core = await part(small, 'docProps/core.xml');
    expect(core).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-01T00:00:00Z</dcterms:created>',
    );
    expect(core).toContain(
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-01T00:00:00Z</dcterms:modified>',
    );
    expect(core).toContain('<dc:language>en</dc:language>');
  });

  it('keeps text that looks like a formula, a number or a date as text, even when a user retypes it', async () => {
    const hostile = ['=cmd()', '+1', '-1', '@SUM(A1)', '1.2', '2026-03'];
    const sheet = await part(withTexts(hostile), 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(await sharedStrings(withTexts(hostile))).toEqual(hostile);
    const styles = await part(withTexts(hostile), 'xl/styles.xml');
    expect(styles).toContain('numFmtId="49"');
  });

  it('writes markup, escapes, control characters and line breaks so that a reader finds them again', async () => {
    const texts = ['<b>&amp;"', '_x0041_', 'a\u0007b', 'one\ntwo', 'one\r\ntwo', ' outer ', '\ufffe'];
    expect(await sharedStrings(withTexts(texts))).toEqual([
      '<b>&amp;"',
      '_x005F_x0041_',
      'a_x0007_b',
      'one\ntwo',
      ' outer ',
      '_xFFFE_',
    ]);
  });

  it('writes a text of 32,767 characters, and takes a longer one for a bug', async () => {
    const [text] = await sharedStrings(withTexts(['x'.repeat(32_767)]));
    expect(text).toHaveLength(32_767);
    await expect(xlsxFormat.render(withTexts(['x'.repeat(32_768)]))).rejects.toThrow(
      'A1 has more than 32767',
    );
  });

  it('writes the true result of a formula, 0 and a text among them', async () => {
    const sheet = await part(
      withCells([
        { kind: 'formula', formula: 'SUM(B1:B9)', result: 0 },
        { kind: 'formula', formula: 'IF(1>2,"a & b","<c>")', result: '<c>' },
      ]),
      'xl/worksheets/sheet1.xml',
    );
    expect(sheet).toContain('<f>SUM(B1:B9)</f><v>0</v>');
    expect(sheet).toContain('<f>IF(1&gt;2,&quot;a &amp; b&quot;,&quot;&lt;c&gt;&quot;)</f><v>&lt;c&gt;</v>');
  });

  it('writes a day as Excel counts it, shown in the way of the reader, in the style of a text or not', async () => {
    const dated = withCells([
      { kind: 'text', text: 'on' },
      { kind: 'date', date: '2026-03-01' },
    ]);
    expect(await part(dated, 'xl/worksheets/sheet1.xml')).toContain('<c r="B1" s="2"><v>46082</v></c>');
    expect(await part(dated, 'xl/styles.xml')).toContain('<xf numFmtId="14"');
  });

  it('writes cells from left to right, however the tree has them', async () => {
    const [sheet] = withTexts(['one', 'two']).sheets as [Sheet];
    const [row] = sheet.rows as [Sheet['rows'][number]];
    const turned = { ...sheet, rows: [{ ...row, cells: row.cells.toReversed() }] };
    expect(await part(documentOf(turned), 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1".*<c r="B1"/);
  });

  it('gives every column the width it asks for', async () => {
    const [sheet] = withTexts(['one']).sheets as [Sheet];
    const columns = [9, 10.5].map((width) => ({ width, hidden: false }));
    expect(await part(documentOf({ ...sheet, columns }), 'xl/worksheets/sheet1.xml')).toContain(
      '<cols><col min="1" max="1" width="9" customWidth="1"/><col min="2" max="2" width="10.5" customWidth="1"/></cols>',
    );
  });

  it('writes one table with one filter, its columns named as its header cells', async () => {
    const table = await part(small, 'xl/tables/table1.xml');
    expect(table).toContain('name="Matrix" displayName="Matrix" ref="A1:C3"');
    expect(table.match(/<autoFilter ref="A1:C3"\/>/g)).toHaveLength(1);
    expect([...table.matchAll(/<tableColumn id="\d" name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'No.',
      'Customer',
      'Customer (2)',
    ]);
    expect(table).not.toContain('totalsRowLabel');
    expect(table).not.toContain('TableStyle');
    const sheet = await part(small, 'xl/worksheets/sheet2.xml');
    expect(sheet).not.toContain('<autoFilter');
    expect(sheet).toContain('<tablePart r:id="rId1"/>');
  });

  it('writes one validation for the whole range', async () => {
    const sheet = await part(small, 'xl/worksheets/sheet2.xml');
    expect(sheet.match(/<dataValidation /g)).toHaveLength(1);
    expect(sheet).toContain(
      'errorStyle="warning" errorTitle="Code?" error="One of the legend." sqref="B2:C3"',
    );
    expect(sheet).toContain('<formula1>&quot;R A,R,A,–&quot;</formula1>');
  });

  it('puts a list that Excel could not read inside a validation on a sheet that nobody sees', async () => {
    const allowed = Array.from({ length: 60 }, (_, n) => `code ${n}`);
    const [overview, matrix] = small.sheets as [Sheet, Sheet];
    const long = {
      ...small,
      sheets: [overview, { ...matrix, validations: [{ ...matrix.validations[0]!, allowed }] }],
    };
    expect(await part(long, 'xl/worksheets/sheet2.xml')).toContain(
      '<formula1>&apos;Lists&apos;!$A$1:$A$60</formula1>',
    );
    expect(await part(long, 'xl/workbook.xml')).toContain('name="Lists" state="veryHidden"');
  });

  it('writes conditional formats as formulas, the first with the highest priority', async () => {
    const sheet = await part(small, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain(
      '<conditionalFormatting sqref="B2:C3"><cfRule type="expression" dxfId="0" priority="1"><formula>' +
        'ISNUMBER(FIND(&quot; A &quot;,&quot; &quot;&amp;B2&amp;&quot; &quot;))</formula></cfRule>',
    );
    expect(await part(small, 'xl/styles.xml')).toContain('<bgColor rgb="FFD0D2D5"/>');
  });

  it('repeats the header row on each page, one page wide, with the page number in the footer', async () => {
    expect(await part(small, 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">&apos;Matrix&apos;!$1:$1</definedName>',
    );
    const sheet = await part(small, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(
      /<pageSetup [^>]*paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/,
    );
    expect(sheet).toContain('R&amp;&amp;D 100%');
    expect(sheet).toContain('Page &amp;P of &amp;N');
  });

  it('never writes a footer that is longer than Excel reads', async () => {
    const [overview] = small.sheets as [Sheet];
    const print = { ...overview.print, footer: { ...overview.print.footer, left: ['&'.repeat(400)] } };
    const sheet = await part(
      { ...small, sheets: [{ ...overview, print }], names: [] },
      'xl/worksheets/sheet1.xml',
    );
    const footer = /<oddFooter>(.*)<\/oddFooter>/
      .exec(sheet)![1]!
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"');
    expect(footer.length).toBeLessThanOrEqual(255);
    expect(footer).toContain('&P');
  });

  it('links to a sheet of the workbook by its place, and to the web by an address', async () => {
    const sheet = await part(small, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<hyperlink ref="A2" location="&apos;Matrix&apos;!A1"/>');
    const relations = await part(small, 'xl/worksheets/_rels/sheet1.xml.rels');
    expect(relations.match(/Target="[^"]*"/g)).toEqual(['Target="https://example.com/?a=1&amp;b=2"']);
  });

  it('names ranges, freezes panes and hides grid lines and columns', async () => {
    expect(await part(small, 'xl/workbook.xml')).toContain(
      '<definedName name="Matrix_customer">&apos;Matrix&apos;!$B$2:$B$3</definedName>',
    );
    const sheet = await part(small, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('showGridLines="0"');
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(sheet).toMatch(/<col min="3" max="3" width="12"[^>]* hidden="1"/);
  });

  it('hands every text to the proof in the order of the cells', async () => {
    const { painted } = await xlsxFormat.render(small);
    expect(painted).toEqual([
      'Email Pro',
      'Matrix',
      'Web',
      'No.',
      'Customer',
      'Customer (2)',
      '1.1',
      'R A',
      '–',
      '1.2',
      'I',
      'R',
    ]);
  });

  it('takes a tree that Excel would call damaged for a bug', async () => {
    const [overview, matrix] = small.sheets as [Sheet, Sheet];
    const broken = { ...matrix, table: { ...matrix.table!, columns: ['No.', 'Customer', 'customer'] } };
    const twice = { ...overview, name: 'matrix' };
    await expect(xlsxFormat.render({ ...small, sheets: [overview, broken, twice] })).rejects.toThrow(
      "sheet name 'matrix' should be 'matrix (2)'; Matrix: column name 'customer' should be 'customer (2)'; " +
        "Matrix: header cell 'Customer (2)' should be 'customer'",
    );
  });
});

function sheetOf(name: string, values: readonly (readonly CellValue[])[]): Sheet {
  return {
    name,
    tabColour: undefined,
    columns: [
      { width: 10, hidden: false },
      { width: 12, hidden: false },
      { width: 12, hidden: true },
    ],
    rows: values.map((row) => ({
      height: 20,
      cells: row.map((value, index) => ({ column: index + 1, value, style: plain, origin: 'test' })),
    })),
    merges: [],
    table: undefined,
    validations: [],
    conditions: [],
    freeze: { rows: 0, columns: 0 },
    zoom: 100,
    print: {
      paper: 'A4',
      orientation: 'portrait',
      titleRows: undefined,
      footer: {
        left: ['R&D 100%'],
        right: ['Page ', { page: 'number' }, ' of ', { page: 'count' }],
        font: 'Arial',
        colour: '#566373',
      },
    },
    origin: 'test',
  };
}

function texts(...values: readonly string[]): readonly CellValue[] {
  return values.map((text) => ({ kind: 'text', text }));
}

function documentOf(...sheets: readonly Sheet[]): WorkbookDocument {
  return {
    language: 'en',
    font: 'Arial',
    properties: { title: 'T', subject: 'S', author: 'A', keywords: ['k'], date: '2026-03-01' },
    sheets,
    names: [],
  };
}

function withCells(values: readonly CellValue[]): WorkbookDocument {
  return documentOf(sheetOf('Sheet', [values]));
}

function withTexts(values: readonly string[]): WorkbookDocument {
  return withCells(texts(...values));
}

const codes = { top: 2, left: 2, bottom: 3, right: 3 };

const small: WorkbookDocument = {
  ...documentOf(
    sheetOf('Overview', [
      texts('Email Pro'),
      [{ kind: 'link', text: 'Matrix', target: { sheet: 'Matrix' } }],
      [{ kind: 'link', text: 'Web', target: { url: 'https://example.com/?a=1&b=2' } }],
    ]),
    {
      ...sheetOf('Matrix', [
        texts('No.', 'Customer', 'Customer (2)'),
        texts('1.1', 'R A', '–'),
        texts('1.2', 'I', 'R'),
      ]),
      table: {
        name: 'Matrix',
        range: { top: 1, left: 1, bottom: 3, right: 3 },
        columns: ['No.', 'Customer', 'Customer (2)'],
      },
      validations: [
        { range: codes, allowed: ['R A', 'R', 'A', '–'], title: 'Code?', message: 'One of the legend.' },
      ],
      conditions: [
        {
          range: codes,
          formula: 'ISNUMBER(FIND(" A "," "&B2&" "))',
          bold: true,
          fill: '#D0D2D5',
          colour: undefined,
        },
      ],
      freeze: { rows: 1, columns: 1 },
      print: { ...sheetOf('', []).print, orientation: 'landscape', titleRows: [1, 1] },
    },
  ),
  names: [{ name: 'Matrix_customer', sheet: 'Matrix', range: { top: 2, left: 2, bottom: 3, right: 2 } }],
};

async function part(document: WorkbookDocument, path: string): Promise<string> {
  const { bytes } = await xlsxFormat.render(document);
  return unzip(bytes).find((candidate) => candidate.path === path)!.text;
}

async function sharedStrings(document: WorkbookDocument): Promise<string[]> {
  const xml = await part(document, 'xl/sharedStrings.xml');
  return [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => unescapeXml(text!));
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
