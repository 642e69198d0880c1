/** One test for every place at which the writer reaches into pdfmake or pdfkit: each fails when that place moves. */
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../document/tree.ts';
import { solidPng } from '../../../pictures/png/fixture.ts';
import { activities, annex, sampleAnnex } from '../../fixture/annex.ts';
import { heading, matrix, paragraph, text } from '../../fixture/pieces.ts';
import { codesIn, contentStreams, decodedStreams } from '../engine/fixture.ts';
import { pdfFormat } from '../format.ts';
import { objectsWith, readObjects } from './fixture.ts';

const white = { before: 0, after: 0, left: 0, right: 0 };

async function file(...body: Block[]): Promise<Uint8Array> {
  return (await pdfFormat.render(annex(body))).bytes;
}

describe('the writer under the hood', () => {
  it('writes pages itself (PDFDocument.addPage, .addContent, .page.dictionary): each in the parent tree, in tab order', async () => {
    const pages = objectsWith(await file(matrix('1', 'Leaf', ['A', 'B'], activities(80))), '/Type /Page');
    expect(pages.length).toBeGreaterThan(2);
    for (const [number, page] of pages.entries()) {
      expect(page).toContain(`/StructParents ${number}\n`);
      expect(page).toContain('/Tabs /S');
    }
  });

  it('tells of pages which fonts they use (page.fonts)', async () => {
    const bytes = await file(paragraph('Text'));
    const [stream] = contentStreams(bytes).filter((content) => content.includes('/P <<'));
    const [, font] = /\/(F\d) 9\.2 Tf/u.exec(stream!)!;
    const [, operand] = /\[(.*)\] TJ/u.exec(stream!)!;
    expect(codesIn(operand!)).toHaveLength(4);
    expect([...readObjects(bytes).values()].join()).toContain(`/${font} `);
  });

  it('knows what glyphs say of themselves, and corrects them', async () => {
    // The micro sign and Greek mu share a glyph, which says that it is whichever came first.
    for (const [first, second] of [
      ['\u03bc', '\u00b5'],
      ['\u00b5', '\u03bc'],
    ] as const) {
      const [page] = contentStreams(await file(paragraph(first), paragraph(second), paragraph(first)));
      const code = second.charCodeAt(0).toString(16).padStart(4, '0');
      expect(page!.match(/^.*MCID.*BDC$/gmu)).toEqual([
        '/P <</MCID 0>> BDC',
        `/Span <</MCID 1 /ActualText <feff${code}>>> BDC`,
        '/P <</MCID 2>> BDC',
      ]);
    }
  });

  it('writes the structure tree (PDFDocument._root.data, ended by endMarkings)', async () => {
    const bytes = await file(paragraph('x'));
    expect(objectsWith(bytes, '/Type /StructTreeRoot')[0]).toMatch(
      /\/K \d+ 0 R\n\/ParentTree \d+ 0 R\n\/ParentTreeNextKey 1\n/u,
    );
    expect(objectsWith(bytes, '/Marked true')).toHaveLength(1);
    expect(objectsWith(bytes, '/Type /Catalog')[0]).toMatch(/\/StructTreeRoot \d+ 0 R\n\/MarkInfo \d+ 0 R/u);
  });

  it('claims both standards (PDFDocument.subset, .appendXML) and says which colours it means', async () => {
    const bytes = await file(paragraph('x'));
    const xmp = Buffer.from(bytes).toString('utf8');
    for (const claim of ['pdfaid:part>3<', 'pdfaid:conformance>A<', 'pdfuaid:part>1<']) {
      expect(xmp).toContain(claim);
    }
    expect(objectsWith(bytes, '/Type /OutputIntent')[0]).toContain('/S /GTS_PDFA1');
    expect(objectsWith(bytes, '/Type /Catalog')[0]).toContain('/Lang (en)');
    expect(objectsWith(bytes, '/DisplayDocTitle true')).toHaveLength(1);
  });

  it('lays links over text (PDFDocument.ref, page.annotations), each line of one for itself', async () => {
    const href = 'https://a.example/é?x=1&y';
    const link: Inline = { kind: 'link', href, content: [text('a long way '.repeat(30))], style: {} };
    const bytes = await file(paragraph([text('See '), link]));
    const annotations = objectsWith(bytes, '/Subtype /Link');
    expect(annotations).toHaveLength(3);
    for (const [i, annotation] of annotations.entries()) {
      expect(annotation).toContain('/URI (https://a.example/%C3%A9?x=1&y)');
      expect(annotation).toContain(`/StructParent ${i + 1}\n`);
      expect(annotation).toMatch(/\/Contents \(a long way /u);
    }
    expect(objectsWith(bytes, '/S /Link')[0]!.match(/\/Type \/OBJR/gu)).toHaveLength(3);
  });

  it('paints pictures through pdfmake (Renderer.renderImage, .renderSVG, node.x, ._width), and knows where', async () => {
    const png = { media: 'image/png', bytes: solidPng(4, 2), height: 10, alt: 'Red' } as const;
    const bytes = await file({ kind: 'figure', image: png, space: white, origin: 'x' });
    expect(objectsWith(bytes, '/S /Figure')[0]).toMatch(
      /\/Alt \(Red\)[\s\S]*\/BBox \[54 761\.89 74 771\.89\]/u,
    );
    const [page] = contentStreams(bytes);
    expect(page).toMatch(/\/Figure <<\/MCID 0>> BDC[\s\S]*\/I1 Do[\s\S]*EMC/u);
    const streams = contentStreams((await pdfFormat.render(sampleAnnex())).bytes);
    expect(streams[0]).toMatch(/\/Figure <<\/MCID 0>> BDC[\s\S]* l[\s\S]*EMC/u);
  });

  it('opens bookmarks where headings stand (PDFOutline.addItem)', async () => {
    const table = matrix('1.1', 'Leaf & more', ['A', 'B'], activities(120));
    const bytes = await file(heading(1, '1', 'First'), table, heading(1, '2', 'Second'), paragraph('x'));
    const items = objectsWith(bytes, '/Title').filter((object) => object.includes('/Dest'));
    expect(items.map((item) => /\/Title \((.*)\)/u.exec(item)![1])).toEqual([
      '1 First',
      '1.1 Leaf & more',
      '2 Second',
    ]);
    for (const item of items) expect(item).toMatch(/\/XYZ 0 [\d.]+ 0\]/u);
  });

  it('packs files as pdfkit writes them (its head, its objects, its table): nothing is lost, all is found', async () => {
    const bytes = await file(matrix('1', 'Leaf', ['A', 'B'], activities(80)));
    const objects = readObjects(bytes);
    const [table] = objectsWith(bytes, '/Type /XRef');
    const size = Number(/\/Size (\d+)/u.exec(table!)![1]);
    expect([...objects.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: size - 1 }, (_, i) => i + 1),
    );
    const tail = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(tail)![1]);
    expect(tail.slice(start)).toMatch(/^\d+ 0 obj\n<<\/Type \/XRef /u);
    expect(decodedStreams(bytes).length).toBeGreaterThan(4);
  });
});
