import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { annex } from '../../fixture/annex.ts';
import { paragraph } from '../../fixture/pieces.ts';
import { objectsWith, readObjects } from '../writer/fixture.ts';
import type { BoundPdf } from './bind.ts';
import { packBody, packCover } from './fixture.ts';
import { type PreparedPdf, preparePackPdf } from './prepare.ts';
import { joinStretches, packStretch } from './table.ts';

const sample = packCover('0', 'A');
const prepare = (): PreparedPdf => preparePackPdf(packBody(), sample);
const prepared = prepare();

function bind(contract: string, customer: string, pack = prepared): BoundPdf {
  const bound = pack.bind(packCover(contract, customer));
  if ('refused' in bound) throw new Error(bound.refused);
  return bound;
}

const bytesOf = ({ pieces }: BoundPdf): Buffer => Buffer.concat(pieces);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a pack', () => {
  it('shares all bytes but those of its cover with other contracts', () => {
    const [one, other] = [bind('C-1', 'Nordwind AG'), bind('C-2', 'Södra Vinden AB')];
    expect(one.pieces[0]).toBe(other.pieces[0]);
    expect(one.pieces[1].length).toBeLessThan(one.pieces[0].length / 8);
  });

  it('has the same bytes whatever was bound before it, and by whomever', () => {
    const bytes = bytesOf(bind('C-7', 'Nordwind AG', prepare()));
    expect(bytesOf(bind('C-7', 'Nordwind AG'))).toEqual(bytes);
    bind('C-8', 'Ελληνική Εταιρεία');
    bind('C-9', '株式会社');
    expect(bytesOf(bind('C-7', 'Nordwind AG'))).toEqual(bytes);
  });

  it('has a table of objects that leads to each of them', () => {
    const bytes = bytesOf(bind('C-1', 'Nordwind AG'));
    const file = textOf(bytes);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(file)![1]);
    const head = /^(\d+) 0 obj\n<<\/Type \/XRef .*\/Size (\d+) .*\/Length (\d+)>>\nstream\n/u.exec(
      file.slice(start),
    )!;
    const packed = bytes.subarray(start + head[0].length).subarray(0, Number(head[3]));
    const rows = unpredict(inflateSync(packed));
    expect(rows).toHaveLength(Number(head[2]));
    const loose = rows.flatMap((row, number) =>
      row[0] === 1 ? [{ number, offset: row.readUInt32BE(1) }] : [],
    );
    expect(loose.length).toBeGreaterThan(10);
    for (const { number, offset } of loose)
      expect(file.slice(offset)).toMatch(new RegExp(`^${number} 0 obj\n`, 'u'));
    const inStreams = rows.filter((row) => row[0] === 2).length;
    expect(inStreams + loose.length).toBe(new Set([...readObjects(bytes).keys()]).size);
  });

  it('says of each member in the contents which page it begins on, and leads there', () => {
    const bytes = bytesOf(bind('C-1', 'Nordwind AG'));
    const cited = prepared.painted.contents.filter((line) => line.includes('begins on'));
    expect(cited).toEqual([
      'Annex on mail begins on 3',
      'Annex on files begins on 4',
      'Annex on calls begins on 7',
    ]);
    const [tree] = objectsWith(bytes, '/Type /Pages');
    const pages = /\/Kids \[([^\]]*)\]/u.exec(tree!)![1]!.match(/\d+(?= 0 R)/gu)!;
    expect(pages).toHaveLength(prepared.pages);
    const [names] = objectsWith(bytes, '/Dests');
    for (const [anchor, page] of [
      ['mail', 3],
      ['files', 4],
      ['calls', 7],
    ] as const) {
      expect(names).toContain(`(${anchor}) [${pages[page - 1]} 0 R /Fit]`);
      expect(objectsWith(bytes, '/Subtype /Link').join()).toContain(`/Dest (${anchor})`);
    }
    expect(
      objectsWith(bytes, '/Type /Outlines').length + objectsWith(bytes, '/Title').length,
    ).toBeGreaterThan(3);
  });

  it('says of itself and carries what its own cover says', () => {
    const bytes = bytesOf(bind('C-1', 'Nordwind (5 0 R) AG'));
    expect(textOf(bytes)).toContain('Pack C-1');
    expect(textOf(bytes)).not.toContain('Pack 0');
    const files = objectsWith(bytes, '/Type /Filespec').map((one) => /\/UF \(([^)]*)\)/u.exec(one)![1]);
    expect(files.sort()).toEqual([
      'calls-edition.json',
      'contract.json',
      'files-edition.json',
      'mail-edition.json',
    ]);
  });

  it('tells once which colours it means (_addColorOutputIntent) and what it is (endMetadata, metadataRef)', () => {
    const bytes = bytesOf(bind('C-1', 'Nordwind AG'));
    expect(objectsWith(bytes, '/Type /OutputIntent')).toHaveLength(1);
    expect(objectsWith(bytes, '/Type /Metadata')).toHaveLength(1);
    expect(textOf(bytes).match(/pdfaid:part>3</gu)).toHaveLength(1);
    const [, metadata] = /\/Metadata (\d+) 0 R/u.exec(objectsWith(bytes, '/Type /Catalog')[0]!)!;
    expect(readObjects(bytes).get(Number(metadata))).toContain('/Type /Metadata');
  });

  it.each([
    ['Latin letters and signs', 'Ünïcødé & Söhne <b> (office) \\ “fi ffi” Łódź 100 €'],
    ['Greek', 'Ελληνική Εταιρεία'],
    ['Cyrillic', 'Общество «Ветер»'],
    ['letters that only a font of its own has', 'Vent ↗'],
  ])('can be read from its bytes: %s', (_, customer) => {
    const bound = bind('C-1', customer);
    const read = prepared.readCover(bound).join('').replace(/\s/gu, '');
    expect(read).toBe(`ContractC-1${customer}`.replace(/\s/gu, ''));
  });

  it('is not bound where its cover takes two pages', () => {
    const long = packCover(
      'C-1',
      'x',
      Array.from({ length: 90 }, (_, i) => `Line ${i}`),
    );
    expect(prepared.bind(long)).toEqual({ refused: 'pages', pages: 2 });
  });

  it('goes on counting where its contents fill more than a page', () => {
    const lines = Array.from({ length: 90 }, (_, i) => paragraph(`Line ${i}`));
    const { members, contents } = packBody();
    const pack = preparePackPdf({ members, contents: annex([...lines, ...contents.body]) }, sample);
    expect(pack.painted.contents.filter((line) => line.includes('begins on'))[0]).toBe(
      'Annex on mail begins on 4',
    );
  });
});

describe('stretches of a compressed stream', () => {
  it('are one stream when they are joined, with the right sum', () => {
    const parts = [
      Buffer.alloc(70_000, 'ab'),
      Buffer.from('c'),
      Buffer.alloc(0),
      Buffer.alloc(200_000, 0xff),
    ];
    const stretches = parts.map((part, i) => packStretch(part, i === parts.length - 1));
    expect(inflateSync(joinStretches(stretches))).toEqual(Buffer.concat(parts));
  });
});

/** Undoes the predictor: each byte counts from the one above it. */
function unpredict(content: Buffer): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at < content.length; at += 8) {
    const above = rows.at(-1) ?? Buffer.alloc(7);
    rows.push(Buffer.from(content.subarray(at + 1, at + 8).map((byte, i) => byte + above[i]!)));
  }
  return rows;
}
