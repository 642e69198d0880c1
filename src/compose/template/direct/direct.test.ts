import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAnnexTemplates } from '../../annex/compose.ts';
import { shippedSource, words } from '../../annex/fixture.ts';
import { annexSamples } from '../../annex/samples.ts';
import { loadChangeTemplates, loadChangeWorkbookTemplates } from '../../change/compose.ts';
import { changeSamples } from '../../change/samples.ts';
import type { Element } from '../../markup/element.ts';
import { contentsSamples, coverSamples, overviewSamples } from '../../pack/samples.ts';
import { loadPackTemplates } from '../../pack/templates.ts';
import { loadWorkbookTemplates } from '../../workbook/compose.ts';
import { sampleViews } from '../../workbook/samples.ts';
import { compileTemplate } from '../environment.ts';
import { renderMarkup } from '../render.ts';
import type { TemplateSet } from '../set.ts';
import { readTemplate } from '../syntax.ts';
import { weavePlaces } from '../weave.ts';
import { directly } from './direct.ts';

const view = {
  title: 'Mail & more',
  count: 0,
  summary: undefined,
  mark: 'draft',
  flag: true,
  clauses: ['1.1', '<2>', ''],
  none: [],
  section: { number: '2', level: 3 },
  rows: [
    { name: 'one', cells: [{ held: 'R' }, { held: '' }], note: { text: 'a' } },
    { name: 'two', cells: [{ held: 'R' }], note: undefined },
  ],
};
type View = typeof view;

const wording = new Map([
  ['draft', 'Draft of {what}'],
  ['list-pattern', '{list}, {next}'],
]);

/** What both ways make of a template: the direct one, and the one through markup. */
function both(main: string, partials: Record<string, string> = {}, seen: View = view) {
  const read = (text: string, file: string) => {
    const program = readTemplate(text, file).value!;
    weavePlaces(program, file);
    return program;
  };
  const program = read(main, 'a.hbs');
  const programs = new Map(
    Object.entries(partials).map(([name, text]) => [name, read(text, `${name}.hbs`)] as const),
  );
  const set: TemplateSet<View> = {
    file: 'a.hbs',
    dialect: { name: 'a', root: 'a', elements: {} },
    main: compileTemplate(program),
    partials: new Map([...programs].map(([name, one]) => [name, compileTemplate(one)])),
    direct: directly(program, programs),
  };
  return { direct: set.direct(seen, { words: wording }), long: () => renderMarkup(set, seen, wording).value };
}

describe('a template whose elements grow directly', () => {
  it.each([
    ['values', '<a>{{title}} {{count}} {{mark}} {{flag}} {{section.number}} {{clauses.length}}</a>'],
    ['values that are absent', '<a>{{summary}}</a>'],
    ['helpers', '<a>{{word "draft" what=title}} {{join clauses}} {{length rows}} {{join clauses "; "}}</a>'],
    ['helpers of helpers', '<a>{{word mark what=(join clauses "<")}}</a>'],
    ['loops', '<a>{{#each rows}}<b>{{@index}}{{name}}{{#unless @last}},{{/unless}}</b>{{/each}}</a>'],
    [
      'loops in loops',
      '<a>{{#each rows}}{{#each cells}}<b c="{{held}}">{{../name}}{{../../title}}</b>{{/each}}{{/each}}</a>',
    ],
    [
      'names in loops',
      '<a>{{#each rows as |row i|}}{{#each row.cells as |cell|}}{{row.name}}{{i}}{{cell.held}}{{/each}}{{/each}}</a>',
    ],
    [
      'loops over texts',
      '<a>{{#each clauses}}<b>{{this}}{{#if @first}}{{../title}}{{/if}}{{@key}}</b>{{else}}none{{/each}}</a>',
    ],
    ['empty loops', '<a>{{#each none}}<b/>{{else}}{{title}}{{/each}}{{#each summary}}<b/>{{/each}}</a>'],
    [
      'conditions',
      '<a>{{#if count}}1{{else if none}}2{{else}}3{{/if}}{{#unless summary}}4{{/unless}}{{#if (and flag (not none))}}5{{/if}}</a>',
    ],
    [
      'contexts',
      '<a>{{#with section}}{{number}}{{../title}}{{@root.title}}{{/with}}{{#with summary}}6{{else}}7{{/with}}{{#with count}}8{{this}}{{/with}}</a>',
    ],
    [
      'the same context again',
      '<a>{{#with this}}{{title}}{{#with section}}{{../title}}{{/with}}{{/with}}</a>',
    ],
    [
      'a tag with values',
      '<a><h{{section.level}} x="{{title}}" y=\'{{title}}-{{count}}\'>&nbsp;</h{{section.level}}></a>',
    ],
    [
      'blocks in a tag',
      '<a><b {{#if flag}}x="1"{{else}}y="2"{{/if}} {{#each rows}}n{{@index}}="{{name}}" {{/each}}z="3"/></a>',
    ],
    ['comments', '<a {{!-- no --}} x="1">{{! no }}y</a>'],
    ['white space and entities', '\n  <a>\n \t<b/> &ndash;&amp; {{title}}\n</a >\n'],
    ['attributes with line breaks', '<a x="one\n\ttwo"\n  y="{{title}}"/>'],
    ['a literal', '<a>{{#if true}}{{word "draft" what=12}}{{/if}}</a>'],
  ])('says the same as its markup: %s', (_, main) => {
    const { direct, long } = both(main);
    expect(direct).toBeDefined();
    expect(direct).toEqual(long());
  });

  it('says the same in partials', () => {
    const { direct, long } = both(
      '<a>{{#each rows}}{{> row title=../title}}{{/each}}{{> section section}}</a>',
      {
        row: '{{#each cells}}<b>{{../title}}{{../name}}{{> sign}}</b>{{/each}}',
        sign: '<c d="{{held}}"/>',
        section: '{{number}}{{@root.count}}',
      },
    );
    expect(direct).toBeDefined();
    expect(direct).toEqual(long());
  });

  it.each([
    ['a comment of markup', '<a><!-- {{title}} --></a>'],
    ['a section of markup', '<a><![CDATA[x]]></a>'],
    ['an unknown entity', '<a>&what;</a>'],
    ['a tag that a block closes', '<a {{#if flag}}x="1">{{else}}>{{/if}}</a>'],
    ['a sign that XML cannot hold, in a tag', '<a x="\u0001"/>'],
    ['a sign that XML cannot hold', '<a>\ufffe</a>'],
    ['a loose sign', '<a>1 > 2</a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['no root', '{{title}}'],
    ['two roots', '<a/><a/>'],
    ['a name that is not there', '<a>{{missing}}</a>'],
    ['a partial that is not there', '<a>{{> missing}}</a>'],
  ])('is left to its markup with %s', (_, main) => {
    expect(both(main).direct).toBeUndefined();
  });

  it('says the same whatever texts it meets, or leaves them to its markup', () => {
    const sign = fc.constantFrom(
      ...'a1 &<>"\'`=;]\n\t\r\u0000\u000b\u001f\u00a0\ufffe\ud83d\ude00',
      '&amp;',
      ']]>',
      '{{title}}',
    );
    const text = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
    const main =
      '<a x="{{title}}" y="[{{mark}}]{{title}}">{{title}}{{mark}}<b/>{{#each clauses}}{{this}}<c {{#if ../flag}}z="{{this}}"{{/if}}/>{{/each}}</a>';
    let grown = 0;
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 2 }), (title, mark, clauses) => {
        const { direct, long } = both(main, {}, { ...view, title, mark, clauses });
        if (direct === undefined) return;
        grown++;
        expect(direct).toEqual(long());
      }),
    );
    expect(grown).toBeGreaterThan(10);
  });
});

describe('the templates that ship with the program', () => {
  const packs = loadPackTemplates(shippedSource, words, ['site']).value!;
  const pairs: readonly (readonly [TemplateSet<never>, readonly unknown[]])[] = [
    [loadAnnexTemplates(shippedSource, words).value!, annexSamples],
    [loadWorkbookTemplates(shippedSource, words).value!, sampleViews()],
    [loadChangeTemplates(shippedSource, words).value!, changeSamples],
    [loadChangeWorkbookTemplates(shippedSource, words).value!, changeSamples],
    [packs.cover, coverSamples(['site'])],
    [packs.contents, contentsSamples],
    [packs.overview, overviewSamples(['site'])],
  ];

  it.each(pairs.map(([set, samples]) => [set.file, set, samples] as const))(
    'grow directly: %s',
    (_, set, samples) => {
      for (const sample of samples) {
        const direct: Element | undefined = set.direct(sample as never, { words });
        expect(direct).toBeDefined();
        expect(direct).toEqual(renderMarkup(set, sample as never, words).value);
      }
    },
  );
});
