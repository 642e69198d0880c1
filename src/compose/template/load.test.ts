import { describe, expect, it } from 'vitest';
import { attributeTypes, blocks, type Dialect, empty, flow, inline } from '../markup/dialect.ts';
import type { Element, Node } from '../markup/element.ts';
import { list, optional, record, text, type ViewOf } from '../shape.ts';
import { loadTemplates } from './load.ts';
import { renderTemplate } from './render.ts';
import type { TemplateKind } from './set.ts';

const shape = record({ title: text, rows: list(text), lead: optional(text) });
type View = ViewOf<typeof shape>;

const dialect: Dialect = {
  name: 'letter',
  root: 'letter',
  elements: {
    letter: { doc: 'All of it.', attributes: {}, content: blocks('p', 'table') },
    table: { doc: 'Rows.', attributes: {}, content: blocks('td') },
    td: { doc: 'A cell.', attributes: {}, content: flow(['p'], ['em']) },
    p: {
      doc: 'A paragraph.',
      attributes: {
        class: { type: attributeTypes.choice('small', 'large'), doc: 'How it looks.' },
        title: { type: attributeTypes.text, doc: 'A title.' },
        span: { type: attributeTypes.whole(1, 4), doc: 'Columns.' },
      },
      content: inline('em', 'br'),
    },
    em: { doc: 'Stress.', attributes: {}, content: inline() },
    br: { doc: 'A break.', attributes: {}, content: empty },
  },
};

const sample: View = { title: 'Sample', rows: ['one', 'two'], lead: 'Lead' };
const kind: TemplateKind<View> = { file: 'templates/letter.hbs', shape, dialect, samples: [sample] };
const words = new Map([['hello', 'Hello']]);

function source(files: Record<string, string>) {
  const bytes = new TextEncoder();
  return {
    read: (path: string) => (path in files ? { path, bytes: bytes.encode(files[path]) } : undefined),
    list: (folder: string) => ({
      files: Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
      folders: [],
    }),
  };
}

function load(main: string, partials: Record<string, string> = {}) {
  const named = Object.entries(partials).map(
    ([name, body]) => [`templates/partials/${name}.hbs`, body] as const,
  );
  return loadTemplates(source({ 'templates/letter.hbs': main, ...Object.fromEntries(named) }), kind, words);
}

function render(main: string, view: View, partials: Record<string, string> = {}): Element {
  return renderTemplate(load(main, partials).value!, view, words).value!;
}

function faultsOf(main: string, partials: Record<string, string> = {}): string[] {
  return load(main, partials).diagnostics.map((found) => {
    const { file, line, column } = found.place as { file: string; line: number; column: number };
    return [
      `${file.replace('templates/', '')}:${line}:${column} ${found.rule} ${found.message}`,
      ...found.hints,
    ].join(' | ');
  });
}

function textOf(node: Node): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}

function elementsOf(node: Node): Element[] {
  return node.kind === 'text' ? [] : [node, ...node.children.flatMap(elementsOf)];
}

describe('places of elements', () => {
  it('survive loops, partials and tags spread over several mustaches', () => {
    const main = [
      '<letter>',
      '  <p',
      '    class="small" title="{{title}} > {{title}}">{{title}} <em>a</em></p>',
      '  {{#each rows}}',
      '  {{> row}}',
      '  {{/each}}',
      '  <!-- <p>no element</p> -->',
      '  {{!-- <p>no element --}}',
      '  <table><td {{#if lead}}{{/if}}>x</td></table>{{#if lead}}<p>{{lead}}</p>{{else}}<p/>{{/if}}',
      '</letter>',
    ].join('\n');
    const root = render(main, sample, { row: '\n   <p>{{this}}<br/></p>\n' });
    expect(
      elementsOf(root).map((element) => `${element.name} ${element.at.replace('templates/', '')}`),
    ).toEqual([
      'letter letter.hbs:1:1',
      'p letter.hbs:2:3',
      'em letter.hbs:3:59',
      'p partials/row.hbs:2:4',
      'br partials/row.hbs:2:15',
      'p partials/row.hbs:2:4',
      'br partials/row.hbs:2:15',
      'table letter.hbs:9:3',
      'td letter.hbs:9:10',
      'p letter.hbs:9:60',
    ]);
  });
});

describe('text of the data', () => {
  const main =
    '<letter>\n  <p title="{{title}}">{{title}}</p>\n  {{#each rows}}\n    {{> row}}\n  {{/each}}\n</letter>';
  const row = '<table>\n  <td>{{this}}</td>\n</table>\n';

  it.each([
    '<b>bold</b></p></letter>',
    '{{title}} {{{x}}} {{#if}}',
    '&amp; &lt; &#10; &nbsp; &',
    '=cmd()|\'/c calc\'!A1 "quoted" `x`',
    ']]> --> <![CDATA[ <!-- ?>',
    'x" at="forged:1:1" class="small',
    '\u00a0no\u202fbreak\u00ad',
    '\u200frtl\u200e 𝔘😀',
  ])('prints as typed: %s', (typed) => {
    const root = render(main, { title: typed, rows: [typed], lead: undefined }, { row });
    const [, paragraph, table] = elementsOf(root);
    expect(textOf(paragraph!)).toBe(typed);
    expect(paragraph!.attributes.get('title')).toBe(typed);
    expect(textOf(elementsOf(table!)[1]!)).toBe(typed);
    expect(elementsOf(root)).toHaveLength(4);
  });

  it('keeps its own line breaks, and no others', () => {
    const root = render(main, { title: 'T', rows: ['one\ntwo\r\nthree'], lead: undefined }, { row });
    expect(textOf(root).replace(/ +/g, ' ')).toBe(' T one\ntwo\nthree ');
  });

  it('may hold what XML cannot, without a crash', () => {
    const root = render(main, { title: 'a\u0000b\u001b\ud800c', rows: [], lead: undefined }, { row });
    expect(textOf(elementsOf(root)[1]!)).toBe('a\ufffdb\ufffd\ufffdc');
  });

  it('may be very long', () => {
    const long = '<&> '.repeat(10_000);
    expect(textOf(elementsOf(render(main, { title: long, rows: [], lead: undefined }, { row }))[1]!)).toBe(
      long,
    );
  });
});

describe('markup that is not well-formed', () => {
  it.each([
    [
      '<letter>\n <p>x\n</letter>',
      'letter.hbs:2:2 markup-syntax <p> is not closed before </letter>. | Write </p> where the element ends, or <p/> if nothing stands in it.',
    ],
    [
      '<letter>\n <p>',
      'letter.hbs:2:2 markup-syntax <p> is not closed. | Write </p> where the element ends, or <p/> if nothing stands in it.',
    ],
    [
      '<letter><p>x</p>\n<p>&nbps;</p></letter>',
      "letter.hbs:2:1 markup-syntax The markup is not well-formed: named entity isn't defined: &nbps;. | Did you mean 'nbsp'?",
    ],
    [
      '<letter><p>a & b</p></letter>',
      "letter.hbs:1:9 markup-syntax The markup is not well-formed: unterminated reference (a reference must end with `;`). | Write '&amp;' for an ampersand.",
    ],
    ['', 'letter.hbs:1:1 markup-syntax The markup is not well-formed: root element is missing or invalid.'],
    [
      '<letter/><letter/>',
      'letter.hbs:1:10 markup-syntax The markup is not well-formed: extra content at the end of the document.',
    ],
  ])('is found before any product is rendered: %j', (main, expected) => {
    expect(faultsOf(main)).toEqual([expected]);
  });

  it('is found in the partial that wrote it, and said once', () => {
    const main = '<letter>{{#each rows}}{{> row}}{{/each}}</letter>';
    expect(faultsOf(main, { row: '<p>\n<em>{{this}}</p>' })).toEqual([
      'partials/row.hbs:2:1 markup-syntax <em> is not closed before </p>. | Write </em> where the element ends, or <em/> if nothing stands in it.',
    ]);
  });
});

describe('markup outside of the dialect', () => {
  it.each([
    ['<lettre/>', 'letter.hbs:1:1 markup-element The letter has to stand in <letter>, found <lettre>.'],
    [
      '<letter>\n<para>x</para></letter>',
      'letter.hbs:2:1 markup-element <para> is no element of the letter. | Known: letter, table, td, p, em, br.',
    ],
    [
      '<letter><tabel/></letter>',
      "letter.hbs:1:9 markup-element <tabel> is no element of the letter. | Did you mean 'table'?",
    ],
    [
      '<letter><p clas="small">x</p></letter>',
      "letter.hbs:1:9 markup-attribute <p> has no attribute 'clas'. | Did you mean 'class'?",
    ],
    [
      '<letter><p class="smal">x</p></letter>',
      'letter.hbs:1:9 markup-class <p class="smal">: expected one of small, large. | Did you mean \'small\'?',
    ],
    [
      '<letter><p span="5">x</p></letter>',
      'letter.hbs:1:9 markup-attribute <p span="5">: expected a whole number from 1 to 4.',
    ],
    [
      '<letter><em>x</em></letter>',
      'letter.hbs:1:9 markup-nesting <em> may not stand in <letter>. | <letter> may hold: p, table.',
    ],
    ['<letter>loose</letter>', 'letter.hbs:1:1 markup-text <letter> may not hold text of its own.'],
    [
      '<letter><table><td>loose <p>x</p></td></table></letter>',
      'letter.hbs:1:16 markup-nesting <td> mixes text with blocks (p). | Put the text into a <p>.',
    ],
  ])('is found at its line and column: %j', (main, expected) => {
    expect(faultsOf(main)).toEqual([expected]);
  });
});

describe('the files of templates', () => {
  it('have to be there', () => {
    expect(loadTemplates(source({}), kind, words).diagnostics).toMatchObject([
      { rule: 'template-missing', place: { file: 'templates/letter.hbs' } },
    ]);
  });

  it('have to be UTF-8', () => {
    const bytes = Uint8Array.from([0x3c, 0xe9, 0x3e]);
    const found = loadTemplates(
      { read: (path) => ({ path, bytes }), list: () => ({ files: [], folders: [] }) },
      kind,
      words,
    );
    expect(found.diagnostics).toMatchObject([{ rule: 'template-encoding' }]);
  });
});
