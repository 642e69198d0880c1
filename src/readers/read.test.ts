import { describe, expect, it } from 'vitest';
import { type Part, zip } from '../archive/zip.ts';
import { readPublished } from './read.ts';

const relation = '<Relationship Id="r1" Type="t" Target="/xl/worksheets/one.xml"/>';
const parts: readonly Part[] = [
  {
    path: 'xl/workbook.xml',
    text: '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="One" sheetId="1" q:id="r1"/></x:sheets></x:workbook>',
  },
  { path: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${relation}</Relationships>` },
  {
    path: 'xl/sharedStrings.xml',
    text: '<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>hint</t></rPh></si></sst>',
  },
  {
    path: 'xl/worksheets/one.xml',
    text:
      '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="3"/>' +
      '<row r="4"><c r="AA4" t="inlineStr"><is><t>a_x005F_b_x0041_</t></is></c><c r="AB4"><f>1+1</f><v>2</v></c></row>' +
      '</sheetData></worksheet>',
  },
];

const withPart = (path: string, text: string) =>
  zip(parts.map((part) => (part.path === path ? { path, text } : part)));
const messages = async (bytes: Uint8Array) =>
  (await readPublished(bytes, 'x')).diagnostics.map(({ rule, message }) => `${rule} ${message}`);

describe('reading a published file', () => {
  it('gives the texts of cells as other programs write them', async () => {
    expect((await readPublished(zip(parts), 'x')).value).toEqual({
      kind: 'xlsx',
      language: undefined,
      sheets: [
        {
          name: 'One',
          addresses: [],
          rows: [
            {
              number: 2,
              cells: [
                { column: 2, text: 'plain' },
                { column: 3, text: 'rich' },
              ],
            },
            {
              number: 4,
              cells: [
                { column: 27, text: 'a_bA' },
                { column: 28, text: '2' },
              ],
            },
          ],
        },
      ],
      carried: new Map(),
    });
  });

  it('lets no entity grow', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const bomb = withPart('xl/sharedStrings.xml', `${entities}<sst><si><t>&b;</t></si></sst>`);
    expect(await messages(bomb)).toEqual([
      "file-damaged The file cannot be read: 'xl/sharedStrings.xml' in it declares entities.",
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['a text', new TextEncoder().encode('Hello'), 'file-foreign'],
    ['nothing', new Uint8Array(), 'file-foreign'],
    ['the beginning of a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'file-damaged'],
    ['an archive of something else', zip([{ path: 'a.txt', text: 'a' }]), 'file-archive'],
    ['a cell without its text', withPart('xl/sharedStrings.xml', '<sst/>'), 'file-damaged'],
  ])('says of %s what it is', async (_, bytes, rule) => {
    expect(await messages(bytes)).toEqual([expect.stringContaining(rule)]);
  });

  it('says of an archive of several documents which there are', async () => {
    const several = zip(['a.pdf', 'b.pdf', 'SHA256SUMS'].map((path) => ({ path, text: '%PDF-1.7' })));
    const { diagnostics } = await readPublished(several, 'x');
    expect(diagnostics).toMatchObject([
      {
        rule: 'file-archive',
        message: 'The file is an archive of 2 PDFs; expected one document, or the archive of a pack.',
        hints: ['Unpack it and name one of them: a.pdf, b.pdf.'],
      },
    ]);
  });

  it('never unpacks a PDF beyond what a document needs', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\r\n'),
      deflateSync(Buffer.alloc(200 * 1024 * 1024)),
      Buffer.from('\nendstream endobj\n'),
    ]);
    expect(await messages(bomb)).toEqual([
      'file-damaged The file cannot be read: it unpacks to more than 128 MiB.',
    ]);
  });
});
