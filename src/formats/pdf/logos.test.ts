import { describe, expect, it } from 'vitest';
import { openPicture } from '../../pictures/picture.ts';
import { makePng } from '../../pictures/png/fixture.ts';
import { annex } from '../fixture/annex.ts';
import { paragraph } from '../fixture/pieces.ts';
import { pdfFormat } from './format.ts';

/** Renders a picture that the catalogue would admit; gives what was painted beside it. */
async function paint(media: 'image/png' | 'image/svg+xml', bytes: Uint8Array): Promise<readonly string[]> {
  expect(openPicture(media, bytes)).not.toHaveProperty('fault');
  const space = { before: 0, after: 0, left: 0, right: 0 };
  const image = { media, bytes, height: 20, alt: '' };
  return (await pdfFormat.render(annex([{ kind: 'figure', image, space, origin: 'x' }, paragraph('x')])))
    .painted;
}

describe('a logo that the catalogue admits can be painted', () => {
  it.each([
    '<path d="garbage"/>',
    '<path d=""/><path/>',
    '<path d="M0 0h9v9z" fill="nonsense" stroke="#12" stroke-width="-4"/>',
    '<rect width="-1" height="x" transform="turn(9) rotate()"/>',
    '<circle r="0"/><ellipse/><line/><polyline points="1 2 3"/><polygon points=""/>',
    '<g opacity="2" style="fill: red; ;;: x"><rect width="9" height="9"/></g>',
    '<style>.a { fill: #123456 } @media { } {{</style><path class="a" d="M0 0h9v9z"/>',
    '<use href="#nowhere"/><use/><rect fill="url(#nowhere)" width="9" height="9"/>',
    '<linearGradient id="g"/><rect fill="url(#g)" width="9" height="9"/>',
    '<radialGradient id="g" r="0"><stop offset="9" stop-color="x"/></radialGradient><circle r="4" fill="url(#g)"/>',
    '<pattern id="p" width="0" height="0"><rect width="1" height="1"/></pattern><rect fill="url(#p)" width="9" height="9"/>',
    '<mask id="m"><rect width="5" height="5"/></mask><rect mask="url(#m)" width="9" height="9"/>',
    '<clipPath id="c"><path d="x"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
    '<symbol id="s" viewBox="0 0 1 1"><path d="M0 0h1"/></symbol><use href="#s" width="0" height="3"/>',
    '<svg width="4" viewBox="9 9 1 0.01"><rect width="4" height="4"/></svg>',
    '<path d="M0 0 L9e5 NaN A 0 0 0 9 9 1 1 Z"/>',
    '<g transform="scale(0)"><rect width="9" height="9" transform="matrix(0 0 0 0 0 0)"/></g>',
    '<!-- a > b --><title>&lt;svg&gt; &amp; more</title><desc><![CDATA[<script>]]></desc>',
  ])('with %s', async (content) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">${content}</svg>`;
    expect(await paint('image/svg+xml', new TextEncoder().encode(svg))).toEqual(['x']);
  });

  it.each([
    ['grey of 1 bit', { depth: 1, type: 0, data: [0, 0x80] }],
    ['grey of 16 bits, interlaced', { depth: 16, type: 0, data: [0, 1, 2], interlaced: true }],
    ['colours of a palette', { depth: 8, type: 3, data: [0, 5], palette: [1, 2, 3] }],
    ['grey and transparency', { depth: 8, type: 4, data: [0, 1, 2] }],
    ['a filter that does not exist', { depth: 8, type: 2, data: [9, 1, 2, 3] }],
  ])('as a PNG of %s', async (_what, { data, ...more }) => {
    const png = makePng({ width: 1, height: 1, ...more, data: Uint8Array.from(data) });
    expect(await paint('image/png', png)).toEqual(['x']);
  });
});
