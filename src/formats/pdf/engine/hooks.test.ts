/** One test for every place at which the engine reaches into pdfmake or pdfkit: each fails when that place moves. */
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { solidPng } from '../../../pictures/png/fixture.ts';
import { annex } from '../../fixture/annex.ts';
import { paragraph } from '../../fixture/pieces.ts';
import { pdfFormat } from '../format.ts';
import { layOut } from '../layout/layout.ts';
import { deflated } from './deflated.ts';
import { AnnexPdf } from './document.ts';
import { decodedStreams, seenLines } from './fixture.ts';

const require = createRequire(import.meta.url);

async function fileOf(document: ReturnType<typeof annex>): Promise<string> {
  return Buffer.from((await pdfFormat.render(document)).bytes).toString('latin1');
}

describe('the engine under the hood', () => {
  it('stands on the versions it was written for', () => {
    expect(require('pdfmake/package.json').version).toBe('0.3.11');
    expect(require('pdfkit/package.json').version).toMatch(/^0\.19\./u);
  });

  it('asks where lines may end (TextBreaker.getBreaks): a soft hyphen never reaches a font', () => {
    const [page] = seenLines(annex([paragraph('Ver\u00adant\u00adwor\u00adtung')]));
    expect(page![0]!.line.inlines.map((word) => word.text)).toEqual(['Ver', 'ant', 'wor', 'tung']);
  });

  it('embeds fonts that it parsed once (pdfkit font, _font.font, fontkit layout, _glyphs): no document marks the next', async () => {
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

  it('finds pictures itself (PDFDocument.provideImage), and says how large they are (SVGMeasure.writeDimensions)', async () => {
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
