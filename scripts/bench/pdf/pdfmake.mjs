// Stock pdfmake, used as its documentation shows: the annex as a definition, a new document each time.
import { createRequire } from 'node:module';
import { fontFiles } from './fonts.mjs';

const pdfmake = createRequire(import.meta.url)('pdfmake');
const [ink, muted, accent, hair] = ['#101534', '#5A607C', '#000E9C', '#C5CAE2'];
const hang = 40;
const signs = ['R', 'A', 'C', 'I'];

pdfmake.setFonts({ Serif: fontFiles.heading, Sans: fontFiles.body });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

/** Sets an annex; without tags, which pdfmake does not have. */
export const pdfmakePress = (content) => pdfmake.createPdf(defineDocument(content)).getBuffer();

function defineDocument({ metadata, header, footer, ...annex }) {
  return {
    info: { title: metadata.title, author: metadata.author, creationDate: new Date(metadata.date) },
    pageSize: 'A4',
    pageMargins: [54, 70, 54, 62],
    defaultStyle: { font: 'Sans', fontSize: 9.2, color: ink, lineHeight: 1.1 },
    styles: {
      small: { fontSize: 7.6, color: muted },
      h1: { font: 'Serif', bold: true, fontSize: 30, color: accent },
      h2: { font: 'Serif', bold: true, fontSize: 16, color: accent, margin: [0, 16, 0, 4] },
      h3: { font: 'Serif', bold: true, fontSize: 11, color: accent },
      party: { bold: true, fontSize: 7.6 },
    },
    header: (page) => page > 1 && edges(header.left, header.right, 40),
    footer: (page, pages) =>
      edges(footer.left, footer.right.map((part) => footerText(part, page, pages)).join(''), 20),
    content: [...coverOf(annex), ...annex.body.map((block) => blocks[block.kind](block))],
  };
}

function edges(left, right, top) {
  return {
    margin: [54 + hang, top, 54, 0],
    columns: [
      { text: left, style: 'small' },
      { text: right, style: 'small', alignment: 'right' },
    ],
  };
}

function footerText(part, page, pages) {
  if (typeof part === 'string') return part;
  return String(part.kind === 'page-number' ? page : pages);
}

function coverOf({ brand, product, subtitle, facts }) {
  return [
    { text: brand, font: 'Serif', bold: true, fontSize: 13 },
    { canvas: [{ type: 'line', x1: 0, y1: 6, x2: 487, y2: 6, lineWidth: 1.8, lineColor: accent }] },
    { text: product, style: 'h1', margin: [hang, 20, 0, 0] },
    { text: subtitle, font: 'Serif', fontSize: 15, color: muted, margin: [hang, 0, 0, 12] },
    {
      margin: [hang, 0, 0, 12],
      layout: 'noBorders',
      table: { widths: ['*', '*', '*', '*'], body: factRows(facts) },
    },
  ];
}

/** Four columns; a fact may take several. */
function factRows(facts) {
  const cells = facts.flatMap(({ label, value, span }) => [
    { colSpan: span, stack: [{ text: label, style: 'small' }, { text: rich(value) }] },
    ...Array(span - 1).fill(''),
  ]);
  while (cells.length % 4 !== 0) cells.push('');
  return Array.from({ length: cells.length / 4 }, (_, row) => cells.slice(row * 4, row * 4 + 4));
}

const blocks = {
  heading: ({ level, number, text }) => numbered(level, number, text),
  paragraph: ({ text }) => ({ text, fontSize: 10, margin: [hang, 4, 0, 8] }),
  notice: ({ title, paragraphs }) => ({
    margin: [0, 4, 0, 4],
    layout: {
      hLineColor: hair,
      vLineColor: accent,
      hLineWidth: () => 0.35,
      vLineWidth: (i) => (i === 0 ? 3 : 0),
    },
    table: {
      widths: ['*'],
      body: [[{ margin: [hang, 4, 8, 4], stack: [{ text: title, bold: true }, ...paragraphs] }]],
    },
  }),
  legend: ({ label, items }) => ({
    margin: [hang, 4, 0, 8],
    stack: [
      { text: label, style: 'party', color: muted },
      ...items.map(({ held, text }) => ({
        columns: [
          { width: 60, ...codes(held) },
          { width: '*', text: rich(text) },
        ],
      })),
    ],
  }),
  notes: ({ title, rows }) => ({
    layout: 'noBorders',
    table: {
      widths: [hang, '*'],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        [{ text: title, style: 'h2', colSpan: 2 }, ''],
        ...rows.map(([number, text]) =>
          text === undefined ? ['', number] : [{ text: number, bold: true }, text],
        ),
      ],
    },
  }),
  matrix: ({ level, number, title, parties, rows }) => ({
    margin: [0, 6, 0, 6],
    layout: {
      hLineWidth: (i) => (i === 0 ? 0 : i === 1 ? 0.9 : 0.35),
      vLineWidth: () => 0,
      hLineColor: (i) => (i === 1 ? ink : hair),
      paddingLeft: () => 0,
      paddingRight: () => 0,
    },
    table: {
      widths: [hang, '*', ...parties.map(() => 72)],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        [
          { ...numbered(level, number, title), colSpan: 2 },
          '',
          ...parties.map((text) => ({ text, style: 'party' })),
        ],
        ...rows.map(({ clause, text, held }) => [{ text: clause, style: 'small' }, text, ...held.map(codes)]),
      ],
    },
  }),
};

function numbered(level, number, text) {
  return {
    columns: [
      { width: hang, text: number ?? '', style: `h${Math.min(level, 3)}` },
      { width: '*', text, style: `h${Math.min(level, 3)}` },
    ],
  };
}

function codes(held) {
  if (held.length === 0) return { text: '–', color: muted };
  return {
    columns: signs.map((sign) => ({
      width: 13.5,
      alignment: 'center',
      text: held.includes(sign) ? [code(sign)] : '',
    })),
  };
}

function code(sign) {
  if (sign === 'A') return { text: ` ${sign} `, bold: true, color: 'white', background: accent };
  return sign === 'R' ? { text: sign, bold: true } : { text: sign };
}

function rich(runs) {
  return runs.map(({ text, strong }) => (strong ? { text, bold: true } : { text }));
}
