import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AnnexDocument, Block, Inline } from '../../document/tree.ts';
import { activities, annex, sampleAnnex } from '../fixture/annex.ts';
import { styles } from '../fixture/looks.ts';
import {
  cell,
  codes,
  cover,
  heading,
  legend,
  matrix,
  notice,
  paragraph,
  section,
  strong,
  supSpan,
  text,
} from '../fixture/pieces.ts';
import { markdownFormat } from './format.ts';

const parties = ['Customer', 'Provider'];
const space = { before: 0, after: 0, left: 0, right: 0 };
const origin = 'templates/annex.hbs:1:1';
const reader = new MarkdownIt({ html: true });

async function pageOf(document: AnnexDocument): Promise<string> {
  return new TextDecoder().decode((await markdownFormat.render(document)).bytes);
}

/** The Markdown of blocks, without front matter. */
async function textOf(...body: readonly Block[]): Promise<string> {
  const page = await pageOf(annex(body, { runningFooter: undefined }));
  return page.replace(/^---\n.*?\n---\n\n/su, '').trimEnd();
}

/** What another program reads in it: the texts of headings, paragraphs and cells; markup that is not ours shows. */
function readElsewhere(markdown: string): string[] {
  return reader.parse(markdown, {}).flatMap((token) => {
    if (token.type === 'inline') return [(token.children ?? []).map(shownBy).join('')];
    return ['code_block', 'fence', 'html_block', 'hr'].includes(token.type) ? [`(${token.type})`] : [];
  });
}

function shownBy({ type, content }: { type: string; content: string }): string {
  if (type === 'text' || type === 'text_special') return content;
  if (type === 'html_inline' && content === '<br>') return '\n';
  return `(${type})`;
}

describe('the text', () => {
  it('has front matter that YAML reads', async () => {
    const title = 'Mail: "a" \\ {{x}} #1 \u2028 – é';
    const { metadata } = sampleAnnex();
    const page = await pageOf(annex([], { language: 'fr', metadata: { ...metadata, title } }));
    expect(parse(page.split('---\n')[1]!)).toEqual({
      title,
      description: 'Who does what & who answers for it',
      language: 'fr',
      edition: '2026-03',
      date: '2026-03-01',
      reference: 'FJN-RM-2026-03-EN',
    });
    expect(page).not.toContain('{{');
  });

  it('is the same for the same tree, and ends with the running footer without numbers of pages', async () => {
    const page = await pageOf(sampleAnnex());
    expect(await pageOf(sampleAnnex())).toBe(page);
    expect(page.trimEnd().split('\n').at(-1)).toBe('FJN-RM-2026-03-EN');
  });

  it('has a heading and a table for every section', async () => {
    const table = matrix('1.1', 'Choosing', parties, [
      ['Decide', 'RA/'],
      ['Deliver', 'C/RA'],
    ]);
    const columns = table.columns.map((column, at) => ({ ...column, label: ['No.', 'Activity'][at] }));
    expect(await textOf(heading(1, '1', 'Before'), { ...table, columns })).toMatchInlineSnapshot(`
      "# 1 Before

      ### 1.1 Choosing

      | No. | Activity | Customer | Provider |
      | --- | --- | --- | --- |
      | 1.1.1 | Decide | R A | – |
      | 1.1.2 | Deliver | C | R A |"
    `);
  });

  it('has every kind of the tree', async () => {
    const image = { media: 'image/svg+xml', bytes: new Uint8Array(), height: 9, alt: 'Sign' } as const;
    const items = [
      { content: [paragraph('one')], origin },
      { content: [paragraph('two'), paragraph('more')], origin },
    ];
    const link: Inline = {
      kind: 'link',
      href: 'https://a.example/?b&c(d)|e',
      content: [text('l')],
      style: {},
    };
    const inward: Inline = { kind: 'link', href: 'javascript:x', content: [text('j')], style: {} };
    const notes = {
      ...matrix('', '', [], []),
      columns: [
        { width: 40, padRight: 0, slots: undefined },
        { width: 'rest', padRight: 0, slots: undefined },
      ],
      head: [{ cells: [cell([heading(2, undefined, 'Notes')], 2, 'header')], origin }],
      body: [
        { cells: [cell([paragraph([strong('1')])]), cell([paragraph('By day.')])], origin },
        { cells: [cell([paragraph('For all.')], 2)], origin },
      ],
    } as const;
    expect(
      await textOf(
        cover('Mail', [['Edition', '1']]),
        notice('Draft', 'It may change.'),
        ...legend(),
        section([
          paragraph([
            text('a'),
            { kind: 'break' },
            strong('b'),
            strong('c'),
            supSpan('er'),
            text(' '),
            codes('RA'),
          ]),
        ]),
        { kind: 'list', ordered: false, hang: 12, items, style: styles.notes, space, origin },
        { kind: 'figure', image, space, origin },
        paragraph([link, inward]),
        notes,
      ),
    ).toMatchInlineSnapshot(`
      "Fjellnett · Annex 2

      # Mail

      Responsibility matrix

      | Edition |
      | --- |
      | 1 |

      > **Draft**
      >
      > It may change.

      How to read this matrix

      | R | A | C | I | – |
      | --- | --- | --- | --- | --- |
      | **Responsible** carries the work out | **Accountable** answers for the outcome; one party only | **Consulted** is asked before the work is done | **Informed** is told about it | takes no part |

      a<br>**bc**<sup>er</sup> R A

      - one
      - two

        more

      Sign

      [l](https://a.example/?b&amp;c%28d%29%7Ce)j

      ## Notes

      1. By day.
      - For all."
    `);
  });
});

describe('what is typed is what shows', () => {
  const markup = fc.constantFrom(
    ...'\\`*_{}[]<>()#+-.!|~&:%@="\'/^$ \u00a0ab1é'.split(''),
    '{{',
    '**',
    '](',
    '&lt;',
    '<b>',
    '1. ',
    '---',
    '```',
  );
  const anything = fc.oneof(
    fc.array(markup, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const starts = [
    '+ a',
    '- a',
    '-',
    '---',
    '1. a',
    '1) a',
    '12.',
    '# a',
    '> a',
    '| a',
    '    a',
    '*a*',
    '_a_',
    '[a]: b',
    '~~~',
  ];
  /** As HTML shows it, white space collapsed and gone at the ends. */
  const shown = (value: string) =>
    value
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '\ufffd')
      .replace(/[ \t]+/g, ' ')
      .trim();

  it('in a paragraph, a heading, an item and a cell', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        fc.pre(shown(value) !== '' && !/^\ufeff|[\u2028\u2029]/u.test(value));
        const table = matrix('1.1', 'Leaf', [value, 'P'], [[value, 'R/A']]);
        const item = { content: [paragraph(value)], origin };
        const list = {
          kind: 'list',
          ordered: true,
          hang: 16,
          items: [item],
          style: styles.notes,
          space,
          origin,
        } as const;
        const read = readElsewhere(await textOf(paragraph(value), heading(2, undefined, value), list, table));
        const wanted = shown(value);
        expect(read.slice(0, 3)).toEqual([wanted, wanted, wanted]);
        expect(read.filter((line) => line === wanted)).toHaveLength(wanted === 'P' ? 6 : 5);
      }),
      { numRuns: 300, examples: starts.map((start) => [start]) },
    );
  });

  it('to template engines, too', async () => {
    expect(await textOf(paragraph('{{x}} {% y %} {# z #}'))).not.toMatch(/\{[{%#]|[%}#]\}/);
  });
});

describe('the proof', () => {
  it('is given what another program reads', async () => {
    const { bytes, painted } = await markdownFormat.render(sampleAnnex());
    const body = new TextDecoder().decode(bytes).replace(/^---\n.*?\n---\n/su, '');
    const plain = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/\((?:strong_\w+|html_inline)\)/g, ''));
    expect(painted).toEqual(plain(readElsewhere(body)).filter((line) => line !== ''));
  });

  it('is given each cell by itself, whatever stands in it', async () => {
    const rows = [
      ['a | b \\| c', 'RA/'],
      ['\\', '/I'],
    ] as const;
    const table = matrix('1.1', 'Leaf', parties, rows);
    const { painted } = await markdownFormat.render(annex([table], { runningFooter: undefined }));
    expect(painted.slice(3)).toEqual(['1.1.1', 'a | b \\| c', 'R A', '–', '1.1.2', '\\', '–', 'I']);
  });

  it('is given every activity of a long matrix', async () => {
    const { painted } = await markdownFormat.render(annex([matrix('1.1', 'Many', parties, activities(300))]));
    for (const [activity] of activities(300)) expect(painted).toContain(activity);
  });
});
