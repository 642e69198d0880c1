import { describe, expect, it } from 'vitest';
import type { AnnexDocument, Block, Inline, Table } from '../../document/tree.ts';
import { activities, annex, sampleAnnex } from '../fixture/annex.ts';
import { livelyLook, styles } from '../fixture/looks.ts';
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
  text,
} from '../fixture/pieces.ts';
import { htmlFormat } from './format.ts';

const parties = ['Customer', 'Provider'];
const space = { before: 0, after: 0, left: 0, right: 0 };
const origin = 'templates/annex.hbs:1:1';

async function pageOf(document: AnnexDocument): Promise<string> {
  return new TextDecoder().decode((await htmlFormat.render(document)).bytes);
}

function htmlOf(...body: readonly Block[]): Promise<string> {
  return pageOf(annex(body));
}

async function paintedOf(...body: readonly Block[]): Promise<readonly string[]> {
  return (await htmlFormat.render(annex(body, { runningHeader: undefined, runningFooter: undefined })))
    .painted;
}

function mainOf(page: string): string {
  return /<main[^>]*>\n?(.*)<\/main>/su.exec(page)?.[1]?.trim() ?? '';
}

describe('the page', () => {
  it('is the same, byte for byte, for the same tree', async () => {
    expect(await pageOf(sampleAnnex())).toBe(await pageOf(sampleAnnex()));
  });

  it('is no larger than a picture', async () => {
    expect((await pageOf(sampleAnnex())).length).toBeLessThan(64_000);
  });

  it('allows its own style sheet, the pictures that it carries, and nothing else', async () => {
    const page = await pageOf(sampleAnnex({ look: livelyLook }));
    expect(page).toMatch(
      /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/]{43}=&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"/u,
    );
    expect(page).not.toMatch(/<script|\sstyle=|\son[a-z]+=|src="(?!data:)|@import|url\(/iu);
  });

  it('says its language, title, author, date and reference', async () => {
    const page = await pageOf(sampleAnnex({ language: 'fr' }));
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<title>Mailboxes – Responsibility matrix</title>');
    expect(page).toContain('<meta name="author" content="Fjellnett &lt;legal&gt;">');
    expect(page).toContain('<meta name="dcterms.date" content="2026-03-01">');
    expect(page).toContain('<meta name="dcterms.identifier" content="FJN-RM-2026-03-EN">');
  });

  it('leads past everything to the first section, and to all of them', async () => {
    const page = await pageOf(sampleAnnex());
    expect(page).toContain('<a class="skip" href="#1">');
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id!);
    expect(links).toContain('3.1.2');
    for (const id of links) expect(page).toContain(` id="${id}"`);
  });

  it('gives no two places one name', async () => {
    const leaf = () => matrix('1.1', 'Choosing', parties, activities(3));
    const ids = [
      ...(await htmlOf(heading(1, '1', 'A'), leaf(), heading(1, '1', 'B'), leaf())).matchAll(
        / id="([^"]+)"/gu,
      ),
    ];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
  });

  it('says what runs over the pages once, without numbers of pages', async () => {
    const footer = /<footer>.*<\/footer>/su.exec(await pageOf(sampleAnnex()))?.[0];
    expect(footer).toContain('Edition 2026-03');
    expect(footer).toContain('FJN-RM-2026-03-EN');
    expect(footer).not.toContain('Page');
  });
});

describe('a table', () => {
  const table = matrix('1.1', 'Choosing', parties, [
    ['Decide', 'RA/'],
    ['Deliver', 'C/RA'],
  ]);

  it('has its title as a heading above it, and heads for rows and columns', async () => {
    const page = await htmlOf(cover('Mail', []), ...legend(), table);
    expect(page).toMatch(/<h3 class="[^"]+" id="1\.1"><span class="number">1\.1 <\/span>Choosing<\/h3>/u);
    expect(page).toContain('role="table" aria-labelledby="1.1"');
    expect(page).toMatch(/<th class="[^"]+ party" scope="col" role="columnheader">Customer<\/th>/u);
    expect(page).toMatch(/<tr role="row" id="1\.1\.1">/u);
  });

  it('names its first columns where the tree does', async () => {
    const labelled: Table = {
      ...table,
      columns: table.columns.map((column, at) =>
        at < 2 ? { ...column, label: ['No.', 'Activity'][at]! } : column,
      ),
    };
    const page = await htmlOf(labelled);
    expect(page).toContain('<span class="unseen">No.</span>');
    expect(page).toContain('<span class="unseen">Activity</span>');
  });

  it('shows signs to the eye and says the words of the legend to the ear', async () => {
    const page = await htmlOf(...legend(), table);
    expect(page).toContain(
      'data-label="Customer"><span class="slots" aria-hidden="true" title="Responsible, Accountable"><b class="strong">R</b> <b class="filled">A</b><i></i><i></i></span><span class="unseen">Responsible, Accountable</span></td>',
    );
    expect(page).toContain('<b class="none">–</b></span><span class="unseen">takes no part</span>');
  });

  it('leaves the signs to be read where there is no legend', async () => {
    const page = await htmlOf(table);
    expect(page).toContain('<span class="slots"><b class="strong">R</b> <b class="filled">A</b>');
    expect(page).not.toContain('aria-hidden');
  });

  it('keeps what is no heading out of the headings of cells', async () => {
    const odd = matrix('1.1', 'Leaf', parties, [['Act', 'R/']]);
    const head = [
      {
        ...odd.head[0]!,
        cells: [
          cell([paragraph('No.')], 2, 'header'),
          cell([heading(2, '7', 'Seven')], 1, 'header'),
          odd.head[0]!.cells[2]!,
        ],
      },
    ];
    expect(await htmlOf({ ...odd, head })).toMatch(/role="columnheader">7 Seven<\/th>/u);
  });
});

describe('notes', () => {
  const columns = [
    { width: 40, padRight: 0, slots: undefined },
    { width: 'rest', padRight: 40, slots: undefined },
  ] as const;
  const notes = (...rows: Table['body']): Table => ({
    ...matrix('', '', [], []),
    columns,
    head: [{ cells: [cell([heading(2, undefined, 'Notes')], 2, 'header')], origin }],
    body: rows,
  });
  const note = (number: string, words: string) => ({
    cells: [cell([paragraph([strong(number)])]), cell([paragraph(words)])],
    origin,
  });

  it('are linked to from where they are cited, and back', async () => {
    const cited = matrix('1.1', 'Leaf', parties, [
      [[text('Act'), strong('¹')], 'R/'],
      [[text('Rest'), strong('¹')], 'R/'],
    ]);
    const page = mainOf(await htmlOf(cited, notes(note('1', 'Only by day.'))));
    expect(page).toContain('<a class="reference" id="reference-1" href="#note-1" role="doc-noteref">¹</a>');
    expect(page).toMatch(
      /<li id="note-1"><div class="number">1<\/div>\n<div class="\w+">Only by day\. <a class="back" href="#reference-1" role="doc-backlink">↩\u00a01\.1\.1<\/a> <a class="back" href="#reference-2" role="doc-backlink">↩\u00a01\.1\.2<\/a>/u,
    );
  });

  it('that are not there are not linked to', async () => {
    const cited = matrix('1.1', 'Leaf', parties, [[[text('Act'), strong('²')], 'R/']]);
    expect(await htmlOf(cited, notes(note('1', 'Only by day.')))).not.toContain('doc-noteref');
  });

  it('without a number stand where all text stands', async () => {
    const row = { cells: [cell([paragraph('For all.')], 2)], origin };
    expect(await htmlOf(notes(row))).toMatch(/<li><div class="\w+">For all\.<\/div>/u);
  });
});

describe('the other kinds of the tree', () => {
  it('become what a page has for them', async () => {
    const image = {
      media: 'image/svg+xml',
      bytes: new TextEncoder().encode('<svg/>'),
      height: 9.2,
      alt: 'Sign',
    } as const;
    const items = [
      { content: [paragraph('one')], origin },
      { content: [paragraph('two'), paragraph('more')], origin },
    ];
    const link = (href: string): Inline => ({ kind: 'link', href, content: [text(href)], style: {} });
    const passage: Inline = { kind: 'span', content: [text('oui')], style: {}, language: 'fr', role: 'em' };
    const raised: Inline = {
      kind: 'span',
      content: [text('er')],
      style: {},
      language: undefined,
      role: 'sup',
    };
    const main = mainOf(
      await htmlOf(
        section([paragraph([text('a'), { kind: 'break' }, passage, raised, codes('RA')])]),
        notice('Draft', 'It may change.'),
        { kind: 'list', ordered: true, hang: 16, items, style: styles.notes, space, origin },
        { kind: 'figure', image, space, origin },
        paragraph([link('https://a.example/?b&c'), link('javascript:alert(1)')]),
      ),
    );
    expect(main.replace(/ class="t\d+"/gu, '')).toMatchInlineSnapshot(`
      "<p>a<br><em lang="fr">oui</em><sup>er</sup><span class="codes"><b class="strong">R</b> <b class="filled">A</b></span></p>
      <aside class="notice" role="note" aria-labelledby="notice-1"><p id="notice-1">Draft</p>
      <p>It may change.</p>
      </aside>
      <ol><li>one</li>
      <li><p>two</p>
      <p>more</p>
      </li>
      </ol>
      <figure><img class="picture" src="data:image/svg+xml;base64,PHN2Zy8+" alt="Sign" height="16"></figure>
      <p><a href="https://a.example/?b&amp;c" rel="noreferrer">https://a.example/?b&amp;c</a>javascript:alert(1)</p>"
    `);
  });

  it('are all painted, in the order in which they are read, navigation and hidden words left out', async () => {
    const painted = await paintedOf(
      cover('Mail', [['Edition', '1']]),
      ...legend(),
      heading(1, '1', 'Before'),
      matrix('1.1', 'Leaf', parties, [['Act', 'RA/']]),
      heading(1, '2', 'After'),
    );
    expect(painted).toEqual([
      ...['Fjellnett', 'Annex 2', 'Mail', 'Responsibility matrix', 'Edition', '1', 'How to read this matrix'],
      ...[
        'R',
        'Responsible carries the work out',
        'A',
        'Accountable answers for the outcome; one party only',
      ],
      ...[
        'C',
        'Consulted is asked before the work is done',
        'I',
        'Informed is told about it',
        '–',
        'takes no part',
      ],
      ...['1 Before', '1.1 Leaf', 'Customer', 'Provider', '1.1.1', 'Act', 'R A', '–', '2 After'],
    ]);
  });
});

describe('hostile text', () => {
  const hostile = `</title></style><script>alert(1)</script><img src=x onerror="alert(1)"> & &lt; 'q' "q" {{x}} =cmd() \u0000\u001b]]> <!-- }`;

  it('stands on the page as it was typed', async () => {
    const page = await htmlOf(
      paragraph(hostile),
      heading(1, hostile, hostile),
      matrix('1.1', hostile, [hostile, hostile], [[hostile, 'R/']]),
    );
    expect(page).not.toMatch(/<script|<img|onerror="/u);
    expect(mainOf(page)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mainOf(page)).toContain(
      '&amp;lt; &#39;q&#39; &quot;q&quot; {{x}} =cmd() \ufffd\ufffd]]&gt; &lt;!-- }',
    );
  });

  it('stays text in the style sheet, where running lines go', async () => {
    const line = { left: [text(hostile)], right: [text(hostile)], style: styles.small };
    const page = await pageOf(annex([paragraph('x')], { runningHeader: line, runningFooter: line }));
    const style = /<style>(.*?)<\/style>/su.exec(page)![1]!;
    expect(style).toContain('@page{');
    expect(style).toContain('@media print{');
    expect(style).not.toMatch(/[<\u0000]|alert\(1\)/u);
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
  });

  it('is no class, id or address', async () => {
    const page = await htmlOf(
      heading(1, 'x" onclick="y', 'T'),
      paragraph([{ kind: 'link', href: 'https://a.example/"onclick="x', content: [text('l')], style: {} }]),
    );
    expect(page).not.toContain('onclick="');
    expect(page).toContain('id="part"');
  });
});
