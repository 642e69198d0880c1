import { expect, test } from 'vitest';
import { zip } from '../../archive/zip.ts';
import { readPage } from './read.ts';
import { recognizeFormat } from './recognize.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rules = async (content: Uint8Array, file: string): Promise<string[]> =>
  (await readPage(content, file, 'en')).diagnostics.map(({ rule }) => rule);

test('a format is known by its content, then by its name', () => {
  const known = (text: string, file = '-') => recognizeFormat(bytes(text), file);
  expect(known('<!doctype html><p>x')).toBe('html');
  expect(known('# Title\n\ntext')).toBe('markdown');
  expect(known('| a | b |\n| c | d |')).toBe('markdown');
  expect(known('a,b,c\n1,2,3\n')).toBe('csv');
  expect(known('Just some lines.\nAnd more.\n')).toBe('text');
  expect(known('Just some lines.', 'page.md')).toBe('markdown');
  expect(known('%PDF-1.7')).toBeUndefined();
});

test('a page that is too large is refused before it is read', async () => {
  expect(await rules(new Uint8Array(50 * 1024 * 1024).fill(0x61), 'page.md')).toEqual(['import-size']);
  expect(await rules(new Uint8Array(50 * 1024 * 1024).fill(0x61), '-')).toEqual(['import-size']);
});

test('archives that unpack to more than a document needs are refused', async () => {
  const text = '0'.repeat(257 * 1024 * 1024);
  expect(await rules(zip([{ path: 'word/document.xml', text }]), 'bomb.docx')).toEqual(['import-damaged']);
}, 30_000);

test('documents that declare entities are refused', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  expect(await rules(zip([{ path: 'word/document.xml', text: bomb }]), 'a.docx')).toEqual(['import-damaged']);
  expect(await rules(bytes(bomb), 'a.html')).toEqual(['import-damaged']);
});

test('pages that were made to exhaust their reader are refused or read, and never hang', async () => {
  const hostile = [
    '<div>'.repeat(100_000),
    '<b>'.repeat(100_000),
    '['.repeat(100_000),
    '*a_'.repeat(50_000),
    '|'.repeat(100_000),
    `${'> '.repeat(20_000)}x`,
    `<table>${'<tr><td>'.repeat(20_000)}`,
    '&amp;'.repeat(100_000),
    '`'.repeat(50_000),
    `| a | b |\n${'| x\n'.repeat(20_000)}`,
  ];
  for (const text of hostile) {
    for (const file of ['page.md', 'page.html', 'page.txt']) {
      const { value, diagnostics } = await readPage(bytes(text), file, 'en');
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
    }
  }
}, 60_000);

test('what is no document is refused', async () => {
  expect(await rules(bytes('%PDF-1.7 ...'), 'a.pdf')).toEqual(['import-format']);
  expect(
    await rules(
      Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256),
      'a.md',
    ),
  ).not.toEqual([]);
  expect(await rules(zip([{ path: 'readme.txt', text: 'x' }]), 'a.zip')).toEqual(['import-format']);
  expect(await rules(bytes('PK\u0003\u0004 word/document.xml cut off'), 'a.docx')).toEqual([
    'import-damaged',
  ]);
});

test('a document of a word processor is read with its headings and merged cells', async () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const body = `<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>1. Start</w:t></w:r></w:p><w:tbl><w:tr>${cell('Activity')}${cell('Customer')}${cell('Provider')}</w:tr><w:tr>${cell('Platform', '<w:gridSpan w:val="3"/>')}</w:tr><w:tr>${cell('Run it')}${cell('')}${cell('RA')}</w:tr></w:tbl>`;
  const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const document = zip([
    {
      path: '[Content_Types].xml',
      text: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      path: '_rels/.rels',
      text: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      path: 'word/_rels/document.xml.rels',
      text: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    },
    {
      path: 'word/styles.xml',
      text: `<?xml version="1.0"?><w:styles ${names}><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="Überschrift 1"/></w:style></w:styles>`,
    },
    {
      path: 'word/document.xml',
      text: `<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
    },
  ]);
  const { value, diagnostics } = await readPage(document, 'a.docx', 'de');
  expect(diagnostics).toEqual([]);
  const [heading, grid] = value!.blocks;
  expect(heading).toMatchObject({ kind: 'heading', level: 1, text: '1. Start' });
  expect(
    grid!.kind === 'grid' &&
      grid!.rows.map((row) => row.cells.map(({ text, span }) => `${text}${span}`).join(' ')),
  ).toEqual(['Activity1 Customer1 Provider1', 'Platform3', 'Run it1 1 RA1']);
});

test('CSV and web pages are read', async () => {
  const csv = await readPage(bytes('Activity;Customer;Provider\n"Order; it";RA;I\n'), 'a.csv', 'en');
  expect(csv.value!.blocks).toMatchObject([{ kind: 'grid', rows: [{ line: 1 }, { line: 2 }] }]);
  const html = await readPage(
    bytes(
      '<!doctype html><title>T</title><nav>skip</nav>\n<h2>1. Start</h2>\n<table><tr><th>A<th>B<tr><td rowspan=2>a<td>b<tr><td>c</table>',
    ),
    'a.html',
    'en',
  );
  const [heading, grid] = html.value!.blocks;
  expect(heading).toMatchObject({ kind: 'heading', level: 2, line: 2, text: '1. Start' });
  expect(
    grid!.kind === 'grid' && grid!.rows.map((row) => row.cells.map(({ text }) => text).join(' ')),
  ).toEqual(['A B', 'a b', 'a c']);
});

test('words for screen readers alone are read where nothing else is said', async () => {
  const cell =
    '<td><span aria-hidden="true">R A</span><span class="unseen">Responsible, Accountable</span></td>';
  const html = await readPage(
    bytes(`<!doctype html><table><tr><th><span class="sr-only">Activity</span></th>${cell}</tr></table>`),
    'a.html',
    'en',
  );
  const [grid] = html.value!.blocks;
  expect(grid!.kind === 'grid' && grid!.rows[0]!.cells.map(({ text }) => text)).toEqual(['Activity', 'R A']);
});
