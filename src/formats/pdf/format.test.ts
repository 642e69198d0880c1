import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexDocument, Block, Inline, List } from '../../document/tree.ts';
import { activities, annex, sampleAnnex } from '../fixture/annex.ts';
import { livelyLook, styles } from '../fixture/looks.ts';
import { cover, heading, matrix, notice, paragraph, strong, text } from '../fixture/pieces.ts';
import { contentStreams } from './engine/fixture.ts';
import { pdfFormat } from './format.ts';
import { objectsWith } from './writer/fixture.ts';

const parties = ['Customer', 'Provider'];
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

async function painted(...body: readonly Block[]): Promise<readonly string[]> {
  return (await pdfFormat.render(annex(body))).painted;
}

/** Text without what lines do to it: white space, and the hyphens of soft breaks. */
function run(lines: readonly string[]): string {
  return lines.join('').replace(/[\s\u00ad]/gu, '');
}

function words(count: number, letter = 'w'): string {
  return Array.from({ length: count }, (_, i) => `${letter}${i}`).join(' ');
}

describe('the painted text', () => {
  it('is that of the page, in reading order', async () => {
    const body = [
      heading(1, '1', 'Before'),
      matrix('1.1', 'Choosing', parties, [
        ['Decide', 'RA/I'],
        ['Deliver', '/RA'],
      ]),
    ];
    expect(await painted(...body)).toEqual([
      ...['1', 'Before', '1.1', 'Choosing', 'Customer', 'Provider'],
      ...['1.1.1', 'Decide', 'R A', 'I', '1.1.2', 'Deliver', '–', 'R A'],
    ]);
  });

  it('leaves out running header and footer, and the repeated heads of tables', async () => {
    const lines = await painted(matrix('1.1', 'Choosing', parties, activities(100)));
    expect(lines.filter((line) => line === 'Choosing')).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('Edition 2026-03');
    expect(lines.join('\n')).not.toContain('Page ');
  });

  it('marks a line that ends inside a word', async () => {
    const lines = await painted(
      paragraph('Ver\u00adant\u00adwort\u00adlich\u00adkeits\u00admatrix '.repeat(9)),
    );
    expect(lines.some((line) => line.endsWith('\u00ad'))).toBe(true);
    expect(run(lines)).toBe('Verantwortlichkeitsmatrix'.repeat(9));
  });

  it('prints codes as text where they have no slots, and where one does not fit its slot', async () => {
    const codes = (held: string[]): Inline => ({
      kind: 'codes',
      held,
      filled: ['A'],
      strong: ['R'],
      style: styles.code,
    });
    expect(await painted(paragraph([text('Held: '), codes(['R', 'A'])]))).toEqual(['Held: R A']);
    const table = matrix('1.1', 'Leaf', parties, [['Text', 'RX/']]);
    expect(await painted(table)).toContain('R X');
  });
});

describe('no text is lost', () => {
  const cases: Readonly<Record<string, readonly [Block[], string[]]>> = {
    'in a cell of 3,000 words': [
      [
        heading(1, '1', 'Head'),
        matrix('1.1', 'Long', parties, [
          ['a', '/I'],
          [words(3000), 'RA/'],
          ['z', '/RA'],
        ]),
      ],
      [words(3000), 'z–RA'],
    ],
    'in a word of 140 letters': [
      [matrix('1.1', 'Wide', parties, [[`Before ${'x'.repeat(140)} after`, 'RA/']])],
      [`Before ${'x'.repeat(140)} after`],
    ],
    'in a word of 40,000 letters': [[paragraph('y'.repeat(40_000))], ['y'.repeat(40_000)]],
    'in a table of 1,500 rows': [
      [matrix('1.1', 'Many', parties, activities(1500))],
      activities(1500).map(([activity]) => activity as string),
    ],
    'in a notice of several pages': [[notice('Read this', words(4000))], [words(4000)]],
    'in a title and party names that are far too long': [
      [
        heading(1, '1', words(300, 'h')),
        matrix(
          '1.2.3.4.5.6.7.8',
          words(500, 't'),
          ['A party with a long name', 'Pneumonoultramicroscopic'],
          activities(3),
        ),
      ],
      [words(300, 'h'), words(500, 't'), 'A party with a long name', 'Pneumonoultramicroscopic'],
    ],
    'in a cover that fills pages': [
      [cover(words(80, 't'), [['Label', words(1500, 'v')]]), paragraph('after')],
      [words(80, 't'), words(1500, 'v'), 'after'],
    ],
    'in lines of no-break spaces': [
      [
        paragraph('\u00a0\u00a0led and trailed\u00a0\u00a0'),
        paragraph('\u00a0'),
        paragraph('a\u00a0'.repeat(300)),
      ],
      ['led and trailed', 'a'.repeat(300)],
    ],
    'in text that looks like something else': [
      [paragraph('=cmd() {{x}} <b>b</b> ../ & "q" \\ ( ) % 2026\u201103 x\u200by\u2060z')],
      ['=cmd() {{x}} <b>b</b> ../ & "q" \\ ( ) % 2026-03 xyz'],
    ],
  };

  for (const [where, [body, wanted]] of Object.entries(cases)) {
    it(where, async () => {
      const all = run(await painted(...body));
      for (const value of wanted) expect(all).toContain(value.replace(/\s/gu, ''));
    });
  }

  it('in a list whose items break over pages', async () => {
    const items = [10, 3000, 20].map((count) => ({
      content: [paragraph(words(count, 'q'), styles.notes)],
      origin: 'x',
    }));
    const space = { before: 0, after: 0, left: 0, right: 40 };
    const list: List = {
      kind: 'list',
      ordered: true,
      hang: 40,
      items,
      style: styles.notes,
      space,
      origin: 'x',
    };
    expect(run(await painted(list))).toBe(
      run(['1', words(10, 'q'), '2', words(3000, 'q'), '3', words(20, 'q')]),
    );
  });
});

describe('the file', () => {
  it('is the same, byte for byte, for the same tree in any time zone', async () => {
    const zone = process.env.TZ;
    const files: Uint8Array[] = [];
    for (const name of ['UTC', 'Pacific/Kiritimati', 'America/New_York']) {
      process.env.TZ = name;
      files.push((await pdfFormat.render(sampleAnnex())).bytes);
    }
    process.env.TZ = zone ?? 'UTC';
    expect(files[1]).toEqual(files[0]);
    expect(files[2]).toEqual(files[0]);
  });

  it('saves and restores its graphics state in balance on every page', async () => {
    const { bytes } = await pdfFormat.render(sampleAnnex({ look: livelyLook }));
    const streams = contentStreams(bytes);
    expect(streams.length).toBeGreaterThan(2);
    for (const stream of streams) {
      expect(stream.match(/(^|\s)q(?=\s)/gu)?.length).toBe(stream.match(/(^|\s)Q(?=\s|$)/gu)?.length);
    }
  });

  it('links to what lies outside, and to nothing else', async () => {
    const link = (href: string): Inline => ({ kind: 'link', href, content: [text(href)], style: {} });
    const hrefs = [
      'https://a.example/x?y=1&z',
      'http://b.example',
      'mailto:c@d.example',
      '#id',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ];
    const { bytes, painted: lines } = await pdfFormat.render(
      annex(hrefs.map((href) => paragraph([link(href)]))),
    );
    const targets = objectsWith(bytes, '/Subtype /Link').map((link) => /\/URI \((.*?)\)/u.exec(link)![1]);
    expect([...new Set(targets)]).toEqual(hrefs.slice(0, 3));
    expect(lines).toEqual(hrefs);
  });

  it('paints no logo that asks for another file', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/hostname" width="9" height="9"/><use href="/etc/x.svg#a"/></svg>';
    const image = {
      media: 'image/svg+xml',
      bytes: new TextEncoder().encode(svg),
      height: 9,
      alt: '',
    } as const;
    const figure: Block = {
      kind: 'figure',
      image,
      space: { before: 0, after: 0, left: 0, right: 0 },
      origin: 'x',
    };
    await expect(pdfFormat.render(annex([figure, paragraph('x')]))).rejects.toThrow('picture in the picture');
  });

  it('raises what is superscript', async () => {
    const sup: Inline = { kind: 'span', content: [text('er')], style: {}, language: undefined, role: 'sup' };
    expect(await painted(paragraph([strong('1'), sup, text(' mars')]))).toEqual(['1er mars']);
  });
});

describe.skipIf(!hasPoppler)('other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annex-pdf-'));
  const path = join(folder, 'sample.pdf');
  const document: AnnexDocument = sampleAnnex();
  beforeAll(async () => writeFileSync(path, (await pdfFormat.render(document)).bytes));
  afterAll(() => rmSync(folder, { recursive: true }));
  const ask = (program: string, ...options: string[]): string =>
    execFileSync(program, [...options, path, ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
    });

  it('read the text with its plain spaces and hyphens', () => {
    const page = ask('pdftotext', '-layout', '-l', '1');
    expect(page).toMatch(/1\.1\.1 +Look after piece 1 of the service, .* +R A +–/u);
    expect(page).toContain('FJN-RM-2026-03-EN');
    expect(page).toMatch(/Page 1 of \d/u);
    expect(page).not.toContain('Edition 2026-03');
  });

  it('find the running header from page 2 on', () => {
    expect(ask('pdftotext', '-layout', '-f', '2', '-l', '2')).toMatch(
      /Mailboxes +· +Responsibility matrix +Edition 2026-03/u,
    );
  });

  it('find title, subject, author, keywords and the edition as date', () => {
    const info = ask('pdfinfo', '-isodates');
    expect(info).toMatch(/Title: +Mailboxes – Responsibility matrix/u);
    expect(info).toMatch(/Subject: +Who does what & who answers for it/u);
    expect(info).toMatch(/Author: +Fjellnett <legal>/u);
    expect(info).toMatch(/Keywords: +RACI, mailboxes/u);
    expect(info).toMatch(/CreationDate: +2026-03-01T12:00:00Z/u);
  });

  it('find all fonts embedded as subsets', () => {
    const fonts = ask('pdffonts').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\+Source\S+ .*yes yes yes/u);
  });
});
