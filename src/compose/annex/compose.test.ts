import { describe, expect, it } from 'vitest';
import type { LocalizedProduct } from '../../catalogue/localized.ts';
import { showDocument } from '../../document/show.ts';
import type { AnnexDocument, Block, Heading, Table } from '../../document/tree.ts';
import { composeAnnex, loadAnnexTemplates } from './compose.ts';
import { brand, kiosk, plant, shippedSource, words } from './fixture.ts';

const templates = loadAnnexTemplates(shippedSource, words);

function compose(product: LocalizedProduct): AnnexDocument {
  return composeAnnex(product, brand, templates.value!).value!;
}

function show(product: LocalizedProduct): string {
  return showDocument(compose(product));
}

function blocksOf<K extends Block['kind']>(document: AnnexDocument, kind: K): Extract<Block, { kind: K }>[] {
  return document.body.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

describe('the shipped templates', () => {
  it('check clean', () => {
    expect(templates.diagnostics).toEqual([]);
  });

  it('compose a product of two parties', () => {
    expect(show(kiosk)).toMatchSnapshot();
  });

  it('compose a draft of four parties, translated by a machine', () => {
    expect(show(plant)).toMatchSnapshot();
  });

  it('compose the same tree every time', () => {
    expect(compose(kiosk)).toEqual(compose(kiosk));
  });

  it('name the place of every element', () => {
    expect(JSON.stringify(compose(kiosk))).not.toMatch(
      /"origin":(?!"templates\/(annex|partials\/[a-z-]+)\.hbs:\d+:\d+")/,
    );
  });
});

describe('the styles', () => {
  it('hang the numbers of headings and start other text at the text edge', () => {
    const headings = blocksOf(compose(kiosk), 'heading');
    expect(headings.map(({ number, space, style }) => [number, space.left, style.size])).toEqual([
      ['1', 0, 16],
    ]);
    const [cover] = blocksOf(compose(kiosk), 'cover');
    expect(cover!.content.slice(0, 2).map(({ space }) => space.left)).toEqual([40, 40]);
  });

  it('give a table its slots, padding and rows that stay together', () => {
    const [table] = blocksOf(compose(kiosk), 'table') as [Table];
    expect(table.columns).toEqual([
      { width: 40, padRight: 0, slots: undefined, label: 'No.' },
      { width: 'rest', padRight: 8, slots: undefined, label: 'Activity' },
      ...[1, 2].map(() => ({
        width: 72,
        padRight: 0,
        slots: { gutter: 18, width: 13.5, signs: ['R', 'A', 'C', 'I'] },
      })),
    ]);
    expect(table.padding).toEqual({ head: [0, 3], body: [3.1, 3.1] });
    expect(table.keep).toEqual({ first: 2, last: 2 });
    const heading = table.head[0]!.cells[0]!.content[0] as Heading;
    expect([heading.kind, heading.level, heading.number, heading.style.size]).toEqual([
      'heading',
      3,
      '1.1',
      9.2 + 0.6,
    ]);
  });

  it('set top sections apart, and draw notices near to each other', () => {
    expect(blocksOf(compose(kiosk), 'table').map(({ space }) => [space.before, space.after])).toEqual([
      [0, 13],
      [12, 13],
      [12, 14],
      [12, 14],
    ]);
    expect(blocksOf(compose(plant), 'notice').map(({ space }) => space.after)).toEqual([6, 6, 16]);
  });

  it('mark the cells that head others', () => {
    const [table] = blocksOf(compose(kiosk), 'table') as [Table];
    expect(table.head[0]!.cells.map(({ kind, scope, colspan }) => [kind, scope, colspan])).toEqual([
      ['header', 'column', 2],
      ['header', 'column', 1],
      ['header', 'column', 1],
    ]);
    expect(table.body[0]!.cells.map(({ kind, scope }) => [kind, scope])).toEqual([
      ['data', undefined],
      ['header', 'row'],
      ['data', undefined],
      ['data', undefined],
    ]);
  });
});

describe('text that users typed', () => {
  const hostile = [
    '<b>bold</b> </td><td>',
    '{{x}} {{{y}}} {{#each z}}',
    '&amp; &nbsp; &#10; & <',
    '=cmd()|x',
    '../../etc/passwd',
    '"quoted" \'single\' `tick`',
    ']]> --> <!-- <![CDATA[',
    '\u200frtl\u202a\u2066',
    'word '.repeat(8_000).trim(),
  ];

  it.each(hostile)('prints as typed wherever it stands: %.30s', (typed) => {
    const product: LocalizedProduct = {
      ...kiosk,
      name: typed,
      edition: typed,
      summary: typed,
      reference: typed,
      annex: typed,
      notes: [typed],
      parties: kiosk.parties.map((party) => ({ ...party, name: typed, short: typed })),
      sections: kiosk.sections.map((section) => ({
        ...section,
        title: typed,
        activities: section.activities.map((activity) => ({
          ...activity,
          text: typed,
          note: { number: 1, text: typed },
        })),
      })),
    };
    const [first] = blocksOf(compose(product), 'table') as [Table];
    expect(first.body).toHaveLength(2);
    expect(first.body[0]!.cells).toHaveLength(4);
    const flat = JSON.stringify(compose(product).body).replace(/\u00a0/g, ' ');
    const count = flat.split(JSON.stringify(typed).slice(1, -1)).length - 1;
    expect(count).toBeGreaterThanOrEqual(15);
  });

  it('keeps its line breaks and loses them at both ends', () => {
    const [, second] = show({ ...kiosk, notes: ['\n one\n\ntwo \t three\n'] }).split(
      'Only those that the provider sells.\n',
    );
    expect(second).toMatch(/^ +one⏎⏎two three\n/);
  });

  it('is set by the rules of its language', () => {
    const french = { ...kiosk, language: 'fr', summary: 'Prêt ? Dès le 1er mars : « oui »' };
    expect(show(french)).toContain('Prêt˽? Dès le 1^er^ mars⍽: «˽oui˽»');
    const plain = composeAnnex(french, brand, templates.value!, () => false).value!;
    expect(showDocument(plain)).toContain('Prêt⍽? Dès');
  });
});

describe('a template that is at fault', () => {
  function faultsOf(files: Record<string, string>): string[] {
    const source = {
      ...shippedSource,
      read: (path: string) =>
        path in files ? { path, bytes: new TextEncoder().encode(files[path]) } : shippedSource.read(path),
    };
    return loadAnnexTemplates(source, words).diagnostics.map(({ rule, message, place }) => {
      const { file, line, column } = place as { file: string; line: number; column: number };
      return `${file}:${line}:${column} ${rule} ${message}`;
    });
  }

  it('is told of rows that do not fill their table', () => {
    const table =
      '{{#if activities}}<table><colgroup><col/></colgroup><tbody>\n<tr><td>a</td><td>b</td></tr></tbody></table>{{/if}}';
    expect(faultsOf({ 'templates/partials/matrix-section.hbs': table })).toEqual([
      'templates/partials/matrix-section.hbs:2:1 markup-structure The row fills 2 columns; its table has 1.',
    ]);
  });

  it('is told of a term without its details', () => {
    expect(
      faultsOf({ 'templates/partials/facts.hbs': '<dl class="facts"><dt>a</dt>\n<dt>b</dt><dd>c</dd></dl>' }),
    ).toEqual(['templates/partials/facts.hbs:1:19 markup-structure <dt> is not followed by its <dd>.']);
  });

  it('is told where a branch is wrong that no product takes', () => {
    expect(
      faultsOf({ 'templates/partials/notices.hbs': '{{#if stale}}\n  <notise title="x"/>{{/if}}' }),
    ).toEqual(['templates/partials/notices.hbs:2:3 markup-element <notise> is no element of the annex.']);
  });
});

describe('an annex', () => {
  it('leaves its legend to the contents of its pack, where those have it', () => {
    const show = (pack?: { hasLegend: boolean }) =>
      showDocument(composeAnnex(kiosk, brand, templates.value!, () => true, pack).value!);
    const said = [show(), show({ hasLegend: true }), show({ hasLegend: false })];
    expect(said.map((one) => one.includes('How to read this matrix'))).toEqual([true, true, false]);
  });

  it('has no other annex to lead to', () => {
    const own = '<annex title="t" subject="s"><p><a href="#kiosk">x</a></p></annex>';
    const source = {
      ...shippedSource,
      read: (path: string) =>
        path === 'templates/annex.hbs'
          ? { path, bytes: new TextEncoder().encode(own) }
          : shippedSource.read(path),
    };
    const { value } = loadAnnexTemplates(source, words);
    expect(composeAnnex(kiosk, brand, value!).diagnostics).toMatchObject([
      { rule: 'markup-anchor', place: { file: 'templates/annex.hbs', line: 1, column: 33 } },
    ]);
  });
});

describe('codes that a template writes', () => {
  it('have to be in the code set of the product', () => {
    const sections = kiosk.sections.map((section) => ({
      ...section,
      activities: section.activities.map((activity) => ({
        ...activity,
        cells: [{ party: 'a', held: ['R', 'Q'] }, activity.cells[1]!],
      })),
    }));
    const found = composeAnnex({ ...kiosk, sections }, brand, templates.value!);
    expect(found.value).toBeUndefined();
    expect(found.diagnostics[0]).toMatchObject({
      rule: 'markup-codes',
      message: "'Q' is no code of this product.",
      place: { file: 'templates/partials/matrix-section.hbs' },
    });
  });
});
