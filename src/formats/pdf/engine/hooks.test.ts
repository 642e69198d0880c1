/** One test for every place at which the engine reaches into pdfmake or pdfkit: each fails when that place moves. */
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { solidPng } from '../../../pictures/png/fixture.ts';
import { activities, annex } from '../../fixture/annex.ts';
import { styles } from '../../fixture/looks.ts';
import { matrix, paragraph } from '../../fixture/pieces.ts';
import { pdfFormat } from '../format.ts';
import { layOut } from '../layout/layout.ts';
import { deflated } from './deflated.ts';
import { AnnexPdf } from './document.ts';
import { decodedStreams, layPages, seenLines } from './fixture.ts';

const require = createRequire(import.meta.url);

async function fileOf(document: ReturnType<typeof annex>): Promise<string> {
  return Buffer.from((await pdfFormat.render(document)).bytes).toString('latin1');
}

describe('the engine under the hood', () => {
  it('stands on the versions it was written for', () => {
    expect(require('pdfmake/package.json').version).toBe('0.3.11');
    expect(require('pdfkit/package.json').version).toMatch(/^0\.19\./u);
  });

  it('breaks and measures words itself (TextBreaker.getBreaks, DocMeasure.measureNode): a soft hyphen never reaches a font', () => {
    const [page] = seenLines(annex([paragraph('Ver\u00adant\u00adwor\u00adtung')]));
    expect(page![0]!.line.inlines.map((word) => word.text)).toEqual(['Ver', 'ant', 'wor', 'tung']);
  });

  it('hands out lines itself (LayoutBuilder.processNode): every line knows its paragraph', () => {
    const source = paragraph('Text');
    const [page] = seenLines(annex([source]));
    expect(page![0]!.line.node?.source).toBe(source);
  });

  it('runs through tables itself (LayoutBuilder.processTable): the last rows stay together', () => {
    const pages = seenLines(annex([matrix('1.1', 'Leaf', ['A', 'B'], activities(200))]));
    const last = pages.at(-1)!.map((line) => line.text);
    expect(last).toContain('1.1.199');
    expect(last).toContain('1.1.200');
  });

  it('adds to margins after nodes were measured (LayoutBuilder.processNode, node._margin of columns)', () => {
    const [page] = seenLines(annex([matrix('1.1', 'Leaf', ['A', 'B'], [['Text', 'R/']])]));
    const [number, activity] = page!.slice(4);
    expect(number!.line.y).toBeGreaterThan(activity!.line.y);
  });

  it('keeps the width of a block on the next page (DocumentContext.snapshots)', () => {
    const style = { ...styles.activity, align: 'right' as const };
    const long = Array.from({ length: 1500 }, (_, i) => `w${i}`).join(' ');
    const indented = { ...paragraph(long, style), space: { before: 0, after: 0, left: 60, right: 100 } };
    const lines = seenLines(annex([indented, paragraph('after', style)])).flat();
    for (const line of lines.slice(0, -1)) expect(line.right).toBeCloseTo(595.28 - 54 - 100, 3);
    expect(lines.at(-1)!.right).toBeCloseTo(595.28 - 54, 3);
  });

  it('draws behind letters where a line lands (PageElementWriter.addLine): chip before letter, centred', () => {
    const [page] = layPages(annex([matrix('1.1', 'Leaf', ['A', 'B'], [['Text', 'A/']])]));
    const at = page!.items.findIndex(
      (item) => item.type === 'vector' && 'w' in item.item && item.item.w === 11.4,
    );
    const chip = page!.items[at]!.item as { x: number; y: number; w: number; h: number };
    const next = page!.items.slice(at).find((item) => item.type === 'line')!.item as never as {
      x: number;
      inlines: [{ x: number; width: number; text: string }];
    };
    const [letter] = next.inlines;
    expect(letter.text).toBe('A');
    expect(next.x + letter.x + letter.width / 2).toBeCloseTo(chip.x + chip.w / 2, 6);
  });

  it('refuses to lose a block that does not fit (PageElementWriter.addFragment)', () => {
    const page = {
      width: 595.28,
      height: 841.89,
      margin: { top: 5, right: 54, bottom: 62, left: 54 },
      hang: 40,
    };
    const tall = { left: [], right: [], style: { ...styles.small, size: 90, leading: 100 } };
    const content = { kind: 'text', text: 'x' } as const;
    expect(() =>
      layPages({
        ...annex([]),
        page,
        runningFooter: { ...tall, left: [content], style: { ...tall.style, leading: 900 } },
      }),
    ).toThrow(/taller than a page/u);
  });

  it('embeds fonts that it parsed once (pdfkit EmbeddedFont.subset, fontkit layout, _glyphs): no document marks the next', async () => {
    // Greek mu and the micro sign share a glyph, which remembers whoever asked for it first.
    for (const sign of ['\u03bc', '\u00b5', '\u03bc']) {
      const { bytes } = await pdfFormat.render(annex([paragraph(sign)]));
      const code = sign.codePointAt(0)!.toString(16).padStart(4, '0');
      expect(decodedStreams(bytes).find((stream) => stream.includes('CIDInit'))).toContain(`<${code}>`);
    }
  });

  it('takes what pdfkit writes (PDFDocument._write, ._finalize, ._offsets) as objects, each under its number', () => {
    const pdf = new AnnexPdf(layOut(annex([])));
    const own = pdf.reserve();
    pdf.ref({ Type: 'Test', Own: own }).end();
    pdf.write(own, '<</Type /Own>>');
    const { objects, trailer } = pdf.finish();
    expect(objects.map(({ number }) => number)).toEqual(objects.map((_, i) => i + 1));
    expect(objects.map(({ body }) => body)).toContain(`<<\n/Type /Test\n/Own ${own.number} 0 R\n>>`);
    expect(objects[own.number - 1]!.body).toBe('<</Type /Own>>');
    expect(trailer).toMatch(/^\/Root \d+ 0 R \/Info \d+ 0 R \/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]$/u);
  });

  it('deflates streams itself (PDFDocument.ref, PDFReference.finalize, .buffer, .compress)', () => {
    const pdf = new AnnexPdf(layOut(annex([])));
    const content = Buffer.from(Array.from({ length: 500 }, (_, i) => `1 0 0 1 ${i} ${i * 7} cm`).join('\n'));
    const object = pdf.ref({});
    object.end(content);
    const written = pdf.finish().objects[object.id - 1]!;
    expect(written.stream).toEqual(deflated(content));
    expect(written.stream).not.toEqual(deflateSync(content));
    expect(written.body).toContain(`/Length ${deflated(content).length}`);
  });

  it('finds pictures itself (PDFDocument.provideImage)', async () => {
    const image = { media: 'image/png', bytes: solidPng(4, 2), height: 10, alt: '' } as const;
    const space = { before: 0, after: 0, left: 0, right: 0 };
    const file = await fileOf(annex([{ kind: 'figure', image, space, origin: 'x' }]));
    expect(file).toMatch(/\/Subtype \/Image/u);
    expect(file).toMatch(/\/Width 4/u);
  });

  it('escapes what goes into the metadata (PDFDocument._addInfo)', async () => {
    const file = await fileOf(annex([paragraph('x')]));
    expect(file).toContain('Who does what &amp; who answers for it');
    expect(file).toContain('Fjellnett &lt;legal&gt;');
    const pdf = new AnnexPdf(layOut(annex([])));
    expect(pdf.info.Subject).toBe('Who does what & who answers for it');
  });
});
