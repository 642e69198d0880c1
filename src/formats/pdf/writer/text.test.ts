import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../document/tree.ts';
import { activities, annex, sampleAnnex } from '../../fixture/annex.ts';
import { livelyLook } from '../../fixture/looks.ts';
import { heading, matrix, paragraph, text } from '../../fixture/pieces.ts';
import { codesIn, contentStreams } from '../engine/fixture.ts';
import { pdfFormat } from '../format.ts';

/** The marks of each page, each with its operators: `/P <</MCID 0>> BDC ...`. */
async function marksOf(...body: Block[]): Promise<string[]> {
  const { bytes } = await pdfFormat.render(
    annex(body, { runningHeader: undefined, runningFooter: undefined }),
  );
  return contentStreams(bytes).flatMap((stream) => stream.match(/^\/.* BDC$[\s\S]*?^EMC$/gmu) ?? []);
}

function count(mark: string | undefined, operator: string): number {
  return mark?.match(new RegExp(` ${operator}$`, 'gmu'))?.length ?? 0;
}

/** The glyphs that each TJ of a mark shows. */
function glyphsOf(mark: string | undefined): number[][] {
  return [...mark!.matchAll(/^\[(.*)\] TJ$/gmu)].map(([, operand]) => codesIn(operand!));
}

/** How many glyphs each TJ of a mark shows. */
function glyphsIn(mark: string | undefined): number[] {
  return glyphsOf(mark).map((codes) => codes.length);
}

describe('a text', () => {
  it('is one mark with one place for each of its lines', async () => {
    const marks = await marksOf(paragraph('word '.repeat(40).trim()));
    expect(marks).toHaveLength(1);
    expect(count(marks[0], 'Tm')).toBe(2);
  });

  it('ends with a space where the text itself breaks the line', async () => {
    const [broken] = await marksOf(paragraph([text('a'), { kind: 'break' }, text('b')]));
    expect(glyphsIn(broken)).toEqual([2, 1]);
  });

  it('parts the number of a heading from its title', async () => {
    const [number, title] = await marksOf(heading(1, '1', 'x'));
    expect([glyphsIn(number), glyphsIn(title)]).toEqual([[2], [1]]);
  });

  it('says of the hyphen of a broken word that it is a soft one', async () => {
    const marks = await marksOf(
      paragraph('Ver\u00adant\u00adwort\u00adlich\u00adkeits\u00admatrix '.repeat(6)),
    );
    const soft = marks.filter((mark) => mark.startsWith('/Span'));
    expect(soft.length).toBeGreaterThan(0);
    for (const mark of soft) expect(mark).toContain('/ActualText <feff00ad>');
  });

  it('shows a question mark for a character that no font has, and says which one is meant', async () => {
    const marks = await marksOf(paragraph('日 日 x'));
    expect(marks.map((mark) => mark.split('\n')[0])).toEqual([
      '/Span <</MCID 0 /ActualText <feff65e50020>>> BDC',
      '/Span <</MCID 1 /ActualText <feff65e50020>>> BDC',
      '/P <</MCID 2>> BDC',
    ]);
    const codes = marks.flatMap(glyphsOf).flat();
    expect(codes.length).toBe(5);
    expect(codes).not.toContain(0);
  });
});

describe('every page', () => {
  const link: Inline = { kind: 'link', href: 'https://a.example', content: [text('here')], style: {} };

  it('has all that is painted under exactly one mark', async () => {
    const documents = [
      sampleAnnex(),
      sampleAnnex({ look: livelyLook }),
      annex([
        matrix('1', 'Ver\u00adant\u00adwort\u00adung '.repeat(30), ['A', 'B'], activities(90)),
        paragraph([text('日'), link]),
      ]),
    ];
    for (const document of documents) {
      for (const stream of contentStreams((await pdfFormat.render(document)).bytes)) {
        let depth = 0;
        for (const line of stream.split('\n')) {
          if (line.endsWith('BDC')) depth++;
          if (line === 'EMC') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(depth).toBeLessThanOrEqual(1);
          if (/ (?:TJ|S|f|Do)$/u.test(line)) expect(depth, line).toBe(1);
        }
        expect(depth).toBe(0);
      }
    }
  });

  it('has running lines, rules and repeated heads as artifacts', async () => {
    const document = annex([matrix('1.1', 'Leaf', ['A', 'B'], activities(60))]);
    const [first, second] = contentStreams((await pdfFormat.render(document)).bytes);
    const artifacts = (stream: string | undefined) => stream!.match(/\/Artifact <<.*>> BDC/gu);
    expect(artifacts(first)).toEqual([
      '/Artifact <</Type /Layout>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
    ]);
    expect(artifacts(second)).toEqual([
      '/Artifact <</Type /Layout>> BDC',
      '/Artifact <</Type /Pagination>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
    ]);
    expect(first).toContain('/H1 <<');
    expect(second).not.toContain('/H1 <<');
  });
});
