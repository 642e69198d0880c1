import { describe, expect, it } from 'vitest';
import { flag, list, number, optional, record, text, words } from '../shape.ts';
import { checkTemplate } from './check.ts';
import { readTemplate } from './syntax.ts';

const view = record({
  title: text,
  draft: flag,
  count: number,
  summary: optional(text),
  mark: words('draft-mark', 'machine-mark'),
  clauses: list(text),
  date: text,
  section: record({ number: text, depth: number }),
  sections: list(record({ number: text, title: text, note: optional(record({ text })) })),
});

const wording = new Map([
  ['draft-mark', 'Draft'],
  ['machine-mark', 'Machine translation'],
  ['notes-title', 'Notes'],
  ['page-of', 'Page {page} of {pages}'],
  ['list-pattern', '{list}, {next}'],
]);

/** Checks a template and gives `line:column rule message` for each fault. */
function faultsOf(source: string, partials: Record<string, string> = {}): string[] {
  const read = readTemplate(source, 'a.hbs');
  if (!read.value) return read.diagnostics.map(write);
  const programs = new Map(
    Object.entries(partials).map(([name, body]) => [name, readTemplate(body, `${name}.hbs`).value!] as const),
  );
  return checkTemplate(read.value, { view, words: wording, partials: programs }).map(write);
}

function write(found: { rule: string; message: string; place: object; hints: readonly string[] }): string {
  const { file, line, column } = found.place as { file: string; line: number; column: number };
  const where = file === 'a.hbs' ? '' : `${file}:`;
  return [`${where}${line}:${column} ${found.rule} ${found.message}`, ...found.hints].join(' | ');
}

describe('a template that keeps the contract', () => {
  it.each([
    '{{title}} {{count}} {{mark}} {{section.number}} {{clauses.length}}',
    '{{#each sections as |section index|}}{{section.title}} {{index}} {{@index}} {{../title}} {{@root.title}}{{/each}}',
    '{{#each sections}}{{number}}{{#if note}}{{note.text}}{{/if}}{{#with note}}{{text}}{{/with}}{{/each}}',
    '{{#if summary}}{{summary}}{{else}}{{title}}{{/if}}',
    '{{#unless summary}}-{{else}}{{summary}}{{/unless}}',
    '{{#if (and draft summary)}}{{summary}}{{/if}}',
    '{{#each clauses}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}',
    '{{word "page-of" page=1 pages=count}} {{word mark}} {{join clauses}} {{join clauses "; "}}',
    '<h{{section.depth}} number="{{section.number}}">{{title}}</h{{section.depth}}>',
    '{{this.date}}',
  ])('passes: %s', (source) => {
    expect(faultsOf(source)).toEqual([]);
  });

  it('hands what it knows to be there to a partial', () => {
    expect(faultsOf('{{#if summary}}{{> lead}}{{/if}}', { lead: '<p>{{summary}}</p>' })).toEqual([]);
    expect(faultsOf('{{> lead}}', { lead: '<p>{{summary}}</p>' })).toEqual([
      "lead.hbs:1:4 template-optional 'summary' may be absent. | Ask first: {{#if summary}}...{{/if}}.",
    ]);
  });
});

describe('a template that breaks the contract', () => {
  it.each([
    ['{{titel}}', "1:3 template-path Unknown name 'titel'. | Did you mean 'title'?"],
    ['\n  {{#if drft}}x{{/if}}', "2:9 template-path Unknown name 'drft'. | Did you mean 'draft'?"],
    [
      '{{#each section}}x{{/each}}',
      "1:9 template-argument {{#each}} needs a list; 'section' is a record with number, depth.",
    ],
    [
      '{{#each sectoins}}{{anything}}{{/each}}',
      "1:9 template-path Unknown name 'sectoins'. | Did you mean 'sections'?",
    ],
    [
      '{{#with sections}}{{title}}{{/with}}',
      "1:21 template-path There is no 'title': the context is a list. | Go through it with {{#each}}.",
    ],
    ['{{section.titel}}', "1:3 template-path Unknown name 'titel' in 'section'. | Known: number, depth."],
    [
      '{{#each sections as |s|}}{{s.nmber}}{{/each}}',
      "1:28 template-path Unknown name 'nmber' in 's'. | Did you mean 'number'?",
    ],
    ['{{@index}}', "1:3 template-path '@index' stands outside of any {{#each}}."],
    ['{{@frist}}', "1:3 template-path Unknown name '@frist'. | Did you mean 'first'?"],
    [
      '{{../title}}',
      "1:3 template-path '../title' leads out of the template. | Inside a partial '../' does not reach the caller: hand the value over, {{> partial name=value}}.",
    ],
    [
      '{{sections}}',
      "1:1 template-argument 'sections' is a list and cannot be printed. | Use {{#each}} or {{join}}.",
    ],
    [
      '{{draft}}',
      "1:1 template-argument 'draft' is a flag (yes or no) and cannot be printed. | Use {{#if}}.",
    ],
    ['{{summary}}', "1:1 template-optional 'summary' may be absent. | Ask first: {{#if summary}}...{{/if}}."],
    ['{{wrod "notes-title"}}', "1:3 template-helper Unknown helper 'wrod'. | Did you mean 'word'?"],
    ['{{word "notes-titel"}}', "1:8 template-word Unknown word 'notes-titel'. | Did you mean 'notes-title'?"],
    [
      '{{word "page-of" page=1}}',
      "1:1 template-word The word 'page-of' needs 'pages='. | The word reads: Page {page} of {pages}",
    ],
    [
      '{{word "notes-title" page=1}}',
      "1:22 template-word The word 'notes-title' has no '{page}'. | The word reads: Notes",
    ],
    [
      '{{word title}}',
      '1:8 template-word The word\'s id has to be written out, or come from a value with a known set of ids. | Example: {{word "notes-title"}}',
    ],
    [
      '{{word}}',
      '1:1 template-argument \'word\' takes 1 argument, found 0. | Example: {{word "annex-label" label=annex}}',
    ],
    [
      '{{date}}',
      "1:1 template-argument 'date' takes 1 argument, found 0. | For the field of that name write {{this.date}}.",
    ],
    ['{{join title}}', "1:8 template-argument 'join' expects a list here, found a text."],
    [
      '{{#if (eq draft)}}x{{/if}}',
      "1:7 template-argument 'eq' takes 2 arguments, found 1. | Example: {{#if (eq section.level 2)}}",
    ],
    [
      '{{#sections}}x{{/sections}}',
      '1:4 template-helper {{#sections}} is no block. | Known: each, if, unless, with.',
    ],
    ['{{#if draft true}}x{{/if}}', '1:1 template-argument {{#if}} takes one argument, found 2.'],
    [
      '{{lookup section "number"}}',
      "1:3 template-refused 'lookup' is not used here: it reads names that cannot be checked beforehand.",
    ],
    [
      '{{{title}}}',
      '1:1 template-refused {{{...}}} and {{&...}} would print text as markup. | Write {{name}}: what a cell holds is printed as typed, never read as markup.',
    ],
    [
      '{{&title}}',
      '1:1 template-refused {{{...}}} and {{&...}} would print text as markup. | Write {{name}}: what a cell holds is printed as typed, never read as markup.',
    ],
    [
      '{{#*inline "x"}}y{{/inline}}',
      '1:1 template-refused Inline partials, partial blocks and decorators are not used here.',
    ],
    [
      '{{> (join clauses)}}',
      '1:1 template-refused A partial is called by its name: one that is computed cannot be checked beforehand.',
    ],
    [
      '{{> nowhere}}',
      "1:5 template-partial Unknown partial 'nowhere'. | Partials are files: templates/partials/<name>.hbs.",
    ],
    [
      '<p class={{title}}>x</p>',
      '1:10 template-place A value cannot stand in a tag, outside of the quotes of an attribute.',
    ],
    ['<{{title}}>x</{{title}}>', "1:2 template-place A value cannot stand in a tag's name."],
    [
      '<!-- {{title}} -->',
      '1:6 template-place A value cannot stand in a comment. | Comments of templates are written {{!-- like this --}}.',
    ],
    ['<![CDATA[{{title}}]]>', '1:10 template-place A value cannot stand in a CDATA section.'],
  ])('finds the fault in %s', (source, expected) => {
    expect(faultsOf(source)[0]).toBe(expected);
  });

  it('is told of all its faults, not only the first', () => {
    expect(faultsOf('{{a}}\n{{b}}\n{{#if c}}{{d}}{{/if}}')).toHaveLength(4);
  });

  it('is told once of a fault in a partial that it calls twice', () => {
    const found = faultsOf('{{> row section}}{{#each sections}}{{> row}}{{/each}}', {
      row: '<td>\n  {{nubmer}}</td>',
    });
    expect(found).toEqual(["row.hbs:2:5 template-path Unknown name 'nubmer'. | Did you mean 'number'?"]);
  });

  it('checks the values that a partial is handed', () => {
    expect(faultsOf('{{> row label=title}}', { row: '{{label}}{{title}}' })).toEqual([]);
    expect(faultsOf('{{> row label=titel}}', { row: '{{label}}' })).toHaveLength(1);
    expect(faultsOf('{{#each clauses}}{{> row label=1}}{{/each}}', { row: '{{label}}' })).toEqual([
      '1:18 template-argument name=value can only be laid over a record; the context is a text.',
    ]);
  });

  it('may not call partials in a circle', () => {
    const found = faultsOf('{{> a}}', { a: '{{> b}}', b: ' {{> a}}' });
    expect(found).toEqual(["b.hbs:1:2 template-partial The partial 'a' calls itself: a > b > a."]);
  });
});

describe('a template that cannot be read', () => {
  it.each([
    [
      '<p>\n  {{#if draft}}\n</p>',
      '2:3 template-syntax {{#if draft}} is not closed. | Write {{/if}} where the block ends.',
    ],
    [
      '<p>\n  {{title</p>',
      "2:5 template-syntax The template cannot be read from here on: perhaps a '}}' is missing.",
    ],
    ['a\n{{word "x" id=}}', "2:15 template-syntax The template cannot be read: '}}' was found here."],
    ['\n{{#if a}}{{/each}}', "2:4 template-syntax The template cannot be read: if doesn't match each."],
  ])('names line and column: %j', (source, expected) => {
    expect(faultsOf(source)).toEqual([expected]);
  });
});
