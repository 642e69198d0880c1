/** Annexes built by hand for the tests of the PDF: a made-up provider, and the classes' styles as a brand sets them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { soberColours, soberDark } from '../../document/fixture.ts';
import type {
  AnnexDocument,
  Block,
  Cell,
  Column,
  Definitions,
  DocumentFont,
  Heading,
  Inline,
  Look,
  Paragraph,
  Space,
  Table,
  TableRow,
  TextStyle,
} from '../../document/tree.ts';

const require = createRequire(import.meta.url);
const origin = 'templates/annex.hbs:1:1';

function fontFile(name: string): DocumentFont {
  return { name, bytes: readFileSync(require.resolve(`@expo-google-fonts/${name}`)) };
}

const serif = {
  400: fontFile('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  600: fontFile('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};
const sans = {
  400: fontFile('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  600: fontFile('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};

export const soberLook: Look = {
  cover: 'rule',
  colour: soberColours,
  dark: soberDark,
  rule: { strong: 0.9, fine: 0.35 },
  codeRadius: 0.8,
  fonts: { heading: serif, body: sans, fallback: [] },
};

export const livelyLook: Look = {
  ...soberLook,
  cover: 'block',
  colour: {
    ...soberLook.colour,
    accent: '#F26A1B',
    tint: '#FFF3EA',
    rule: '#D9D0E0',
    codeFill: '#5B1A8B',
  },
  rule: { strong: 1.4, fine: 0.35 },
  codeRadius: 5.7,
};

const { ink, muted } = soberLook.colour;

function type(size: number, leading: number, more: Partial<TextStyle> = {}): TextStyle {
  const plain = { face: 'body', weight: 400, colour: ink, features: [], figures: [], align: 'left' } as const;
  return { ...plain, size, leading, ...more };
}

export const styles = {
  title: type(30, 33, { face: 'heading', weight: 600 }),
  subtitle: type(15, 19, { face: 'heading', colour: muted }),
  heading1: type(16, 20, { face: 'heading', weight: 600 }),
  heading2: type(12, 15, { face: 'heading', weight: 600 }),
  leaf: type(9.8, 13, { weight: 600 }),
  party: type(7.8, 10, { weight: 600 }),
  activity: type(9.2, 12.6),
  small: type(7.6, 10, { colour: muted }),
  fact: type(9.2, 12.6, { weight: 600 }),
  code: type(9.2, 12.6, { features: ['ss01'] }),
  notice: type(8.6, 12),
  legend: type(8.2, 11),
  notes: type(8.2, 11.4),
};

export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

export function strong(value: string, style: Partial<TextStyle> = {}): Inline {
  return { kind: 'span', content: [text(value)], style, language: undefined, role: 'strong' };
}

export function dim(value: string): Inline {
  return {
    kind: 'span',
    content: [text(value)],
    style: { colour: muted },
    language: undefined,
    role: undefined,
  };
}

function space(before = 0, after = 0, left = 0, right = 0): Space {
  return { before, after, left, right };
}

type Words = string | readonly Inline[];

function inlines(words: Words): readonly Inline[] {
  return typeof words === 'string' ? [text(words)] : words;
}

export function paragraph(
  words: Words,
  style: TextStyle = styles.activity,
  white: Space = space(),
): Paragraph {
  return { kind: 'paragraph', content: inlines(words), style, space: white, origin };
}

export function heading(level: 1 | 2 | 3, number: string | undefined, words: Words): Heading {
  const style = [styles.heading1, styles.heading2, styles.leaf][level - 1]!;
  const white = [space(12, 8), space(4, 7), space()][level - 1]!;
  return { kind: 'heading', level, number, content: inlines(words), style, space: white, origin };
}

export function codes(held: string, style: TextStyle = styles.code): Inline {
  return { kind: 'codes', held: [...held], filled: ['A'], strong: ['R'], style };
}

export function cell(content: readonly Block[], colspan = 1, kind: 'header' | 'data' = 'data'): Cell {
  return { kind, scope: kind === 'header' ? 'column' : undefined, colspan, content, origin };
}

/** `activity | codes of each party`, parties separated by `/`, no code as an empty string. */
export type Row = readonly [activity: Words, codes: string];

export function row(number: string, [activity, held]: Row): TableRow {
  const parties = held.split('/').map((letters) => cell([paragraph([codes(letters)], styles.code)]));
  return {
    cells: [cell([paragraph(number, styles.small)]), cell([paragraph(activity)]), ...parties],
    origin,
  };
}

const geometry: Readonly<Record<number, { gutter: number; width: number; column: number }>> = {
  2: { gutter: 18, width: 13.5, column: 72 },
  4: { gutter: 10, width: 12.6, column: 60.4 },
};

export function matrix(
  number: string,
  title: Words,
  parties: readonly string[],
  rows: readonly Row[],
): Table {
  const party = geometry[parties.length] ?? { gutter: 10, width: 12, column: 58 };
  const slots = { gutter: party.gutter, width: party.width, signs: ['R', 'A', 'C', 'I'] };
  const columns: Column[] = [
    { width: 40, padRight: 4, slots: undefined },
    { width: 'rest', padRight: 8, slots: undefined },
    ...parties.map(() => ({ width: party.column, padRight: 0, slots })),
  ];
  const head: TableRow = {
    cells: [
      cell([heading(3, number, title)], 2, 'header'),
      ...parties.map((name) => cell([paragraph(name, styles.party)], 1, 'header')),
    ],
    origin,
  };
  return {
    kind: 'table',
    columns,
    head: [head],
    body: rows.map((entry, i) => row(`${number}.${i + 1}`, entry)),
    padding: { head: [0, 3], body: [3.1, 3.1] },
    keep: { first: 2, last: 2 },
    space: space(0, 13),
    origin,
  };
}

export function legend(): Block[] {
  const item = (held: string, word: string, meaning: string): Definitions['items'][number] => ({
    term: [codes(held)],
    termStyle: styles.code,
    details: word === '' ? [dim(meaning)] : [strong(word), dim(` ${meaning}`)],
    detailsStyle: styles.legend,
    span: 1,
    origin,
  });
  return [
    paragraph('How to read this matrix', { ...styles.small, weight: 600 }, space(0, 5, 40)),
    {
      kind: 'definitions',
      arrangement: 'legend',
      items: [
        item('R', 'Responsible', 'carries the work out'),
        item('A', 'Accountable', 'answers for the outcome; one party only'),
        item('C', 'Consulted', 'is asked before the work is done'),
        item('I', 'Informed', 'is told about it'),
        item('', '', 'takes no part'),
      ],
      space: space(0, 13, 40),
      origin,
    },
  ];
}

export function cover(title: string, facts: readonly (readonly [string, Words, number?])[]): Block {
  return {
    kind: 'cover',
    masthead: {
      logo: {
        media: 'image/svg+xml',
        bytes: new TextEncoder().encode(
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 22 12 2l10 20z" fill="#1D3F66"/></svg>',
        ),
        height: 20,
        alt: 'Fjellnett',
      },
      name: paragraph('Fjellnett', type(13, 16, { face: 'heading', weight: 600 })),
      label: paragraph('Annex 2', styles.fact),
    },
    content: [
      { ...heading(1, undefined, title), style: styles.title, space: space(0, 3, 40) },
      paragraph('Responsibility matrix', styles.subtitle, space(0, 18, 40)),
      {
        kind: 'definitions',
        arrangement: 'facts',
        items: facts.map(([label, value, span]) => ({
          term: [text(label)],
          termStyle: styles.small,
          details: inlines(value),
          detailsStyle: typeof value === 'string' ? styles.fact : styles.activity,
          span: span ?? 1,
          origin,
        })),
        space: space(0, 0, 40),
        origin,
      },
    ],
    space: space(0, 16),
    origin,
  };
}

export function notice(title: string, body: string): Block {
  return {
    kind: 'notice',
    title: paragraph(title, { ...styles.notice, weight: 600 }),
    content: [paragraph(body, styles.notice)],
    space: space(0, 16),
    origin,
  };
}

export function section(content: readonly Block[]): Block {
  return { kind: 'section', content, space: space(), origin };
}

export function annex(body: readonly Block[], more: Partial<AnnexDocument> = {}): AnnexDocument {
  return {
    language: 'en',
    metadata: {
      title: 'Mailboxes – Responsibility matrix',
      subject: 'Who does what & who answers for it',
      author: 'Fjellnett <legal>',
      keywords: ['RACI', 'mailboxes'],
      date: '2026-03-01',
      edition: '2026-03',
      reference: 'FJN-RM-2026-03-EN',
    },
    page: { width: 595.28, height: 841.89, margin: { top: 70, right: 54, bottom: 62, left: 54 }, hang: 40 },
    look: soberLook,
    runningHeader: {
      left: [text('Mailboxes  ·  Responsibility matrix')],
      right: [text('Edition 2026-03')],
      style: styles.small,
    },
    runningFooter: {
      left: [text('FJN-RM-2026-03-EN')],
      right: [text('Page '), { kind: 'page-number' }, text(' of '), { kind: 'page-count' }],
      style: styles.small,
    },
    body,
    ...more,
  };
}

/** Activities that nobody has to read: distinct, of one or two lines. */
export function activities(count: number, parties = 2): Row[] {
  const held = ['RA', '', 'I', 'C', 'R', 'A', 'RACI', 'CI'];
  return Array.from({ length: count }, (_, i) => {
    const tail = i % 3 === 0 ? ', and write down each time who asked for it and when it was carried out' : '';
    const letters = Array.from({ length: parties }, (_unused, party) => held[(i * 3 + party) % held.length]!);
    return [`Look after piece ${i + 1} of the service${tail}`, letters.join('/')];
  });
}

/** An annex of three pages in the shape of a real one. */
export function sampleAnnex(
  more: Partial<AnnexDocument> = {},
  parties = ['Customer', 'Provider'],
): AnnexDocument {
  const part = (number: string, title: string, count: number): Table =>
    matrix(number, title, parties, activities(count, parties.length));
  return annex(
    [
      cover('Mailboxes', [
        ['Edition', '2026-03'],
        ['In effect from', [strong('1'), supSpan('st'), strong(' March 2026')]],
        ['Language', 'English'],
        ['Reference', 'FJN-RM-2026-03-EN'],
        ['Activities', '51'],
        [
          'Accountable for',
          [text('Customer\u00a0'), strong('16'), dim('  ·  '), text('Provider\u00a0'), strong('29')],
          3,
        ],
      ]),
      ...(more.look?.cover === 'block'
        ? [
            notice(
              'Machine translation',
              'Nobody has read this text since a machine translated it. Where it differs from the English edition 2026-03 of ‘Mailboxes’, the English text prevails.',
            ),
          ]
        : []),
      ...legend(),
      section([heading(1, '1', 'Before the start'), part('1.1', 'Choosing', 4)]),
      section([
        heading(1, '2', 'Setting up'),
        part('2.1', 'Installing', 5),
        part('2.2', 'Moving in', 1),
        part('2.3', 'Tailoring', 2),
      ]),
      section([
        heading(1, '3', 'Running'),
        section([
          heading(2, '3.1', 'Operations'),
          part('3.1.1', 'Day to day', 9),
          part('3.1.2', 'Access', 4),
          part('3.1.3', 'Watching', 12),
        ]),
        section([heading(2, '3.2', 'Incidents'), part('3.2.1', 'Reports', 14)]),
      ]),
      paragraph('End of the annex: 51 activities.', styles.small, space(10, 0, 40)),
    ],
    more,
  );
}

export function supSpan(value: string): Inline {
  return { kind: 'span', content: [text(value)], style: { weight: 600 }, language: undefined, role: 'sup' };
}
