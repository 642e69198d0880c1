import type { AnnexDocument, Inline } from '../../../document/tree.ts';

/** How the page looks on paper: the measures of the tree again, heads repeated on every sheet, colours of the light. */
const paperRules = `
:root{color-scheme:light;--hang:4.348rem}
html{font-size:9.2pt}
.skip,nav,footer{display:none}
header,main{padding-inline:0}
.cover{padding-block:0 .5rem}
.cover,.notice,b.filled{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.cover.block{padding:1.25rem .8rem 1.5rem}
a{color:inherit;text-decoration:none}
tr,li,.notice,.facts>div,.legend{break-inside:avoid}
h1,h2,h3,h4,h5,h6{break-after:avoid}
thead{display:table-header-group}
.over-table{position:absolute;width:1px;height:1px;min-height:0;overflow:hidden;clip-path:inset(50%);margin:0;padding:0}
th.title::before,td.title::before{content:attr(data-title)}
th,td{padding-block:.34rem}`;

/** The print style of a document; what runs at the edges of its pages stands in the boxes of their margins. */
export function printRules({ page, runningHeader, runningFooter }: AnnexDocument): string {
  const { width, height, margin } = page;
  const sides = [margin.top, margin.right, margin.bottom, margin.left].map((side) => `${side}pt`).join(' ');
  const boxes = [
    marginBox('top-left', runningHeader?.left),
    marginBox('top-right', runningHeader?.right),
    marginBox('bottom-left', runningFooter?.left),
    marginBox('bottom-right', runningFooter?.right),
  ];
  return `@page{size:${width}pt ${height}pt;margin:${sides};${boxes.join('')}}
@page :first{@top-left{content:none}@top-right{content:none}}
@media print{${paperRules}}`;
}

function marginBox(place: string, content: readonly Inline[] = []): string {
  if (content.length === 0) return '';
  return `@${place}{content:${content.map(partOf).join(' ')};font:7.6pt var(--body);color:var(--muted)}`;
}

function partOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return cssString(inline.text);
    case 'break':
      return cssString('\n');
    case 'span':
    case 'link':
      return inline.content.map(partOf).join(' ') || '""';
    case 'codes':
      return cssString(inline.held.join(' '));
    case 'page-number':
      return 'counter(page)';
    case 'page-count':
      return 'counter(pages)';
  }
}

/** The one place where a text becomes CSS: all but plain letters, digits and spaces as their code points. */
function cssString(text: string): string {
  const inside = text.replace(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${(character.codePointAt(0) || 0xfffd).toString(16)} `,
  );
  return `"${inside}"`;
}
