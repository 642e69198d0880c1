import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../diagnostics/paint.ts';
import { printDiagnostic } from '../diagnostics/reporters/human.ts';
import { writeEdition } from '../edition/write.ts';
import { editionOf } from '../runs/opening/edition-of.ts';
import { openSources } from '../runs/opening/open.ts';
import { memoryWorkspace } from '../workspace/memory.ts';

/*
 * Whatever a file holds, reading a workspace ends with findings that have a place and one line each: no exception,
 * no hang, no raw control characters on the terminal. The seed is fixed; raise `runs` to search further.
 */
const runs = { seed: 20261121, numRuns: 120 };

const written: Readonly<Record<string, string>> = {
  'annex.yaml': 'format: 1\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
  'data/products/mail/matrix.csv':
    'id,section,activity,note,customer,provider\nbackup,use,Back up the service,,I,RA\n',
  'data/translations/fr.csv': 'id,source,text,status\n,Mail,Courriel,machine\n',
  'templates/annex.hbs':
    '<annex title="{{product}}" subject="x">\n  {{#each sections}}<p>{{title}}</p>{{/each}}\n</annex>\n',
  'templates/brands/pale/brand.yaml': 'name: Pale\nlegal: Pale Ltd\n',
};

const sound: Readonly<Record<string, string>> = {
  ...written,
  'data/products/mail/editions/1.json': releasedEdition(),
};

/** What is written, as a release freezes it. */
function releasedEdition(): string {
  const { catalogue } = openSources(memoryWorkspace(written));
  return writeEdition({ ...editionOf(catalogue!, catalogue!.products[0]!), draft: false });
}

/** A file with a few stretches cut out, doubled, or replaced by characters that matter to its syntax. */
function mutated(text: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      '\0',
      '\ufeff',
      '{{',
      '}}',
      '{{#if ',
      '{{/each}}',
      '<',
      '</p>',
      '&',
      '&x;',
      ': ',
      '- ',
      '[',
      '*a',
      '&a',
      '!!js',
      '|',
      "'",
      '=',
      '\u202e',
      '\ud800',
      '#',
      '{{> x}}',
      '{{{',
      '<!--',
      ']]>',
    ),
  );
  const change = fc.record({ at: fc.nat(text.length), cut: fc.nat(12), put: piece });
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) =>
      changes.reduce(
        (current, { at, cut, put }) => current.slice(0, at) + put + current.slice(at + cut),
        text,
      ),
    );
}

function findings(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const opened = openSources(memoryWorkspace(files));
  const options = { paint: createPaint(false), excerpt: true };
  return opened.locate(opened.diagnostics).map((found) => printDiagnostic(found, options));
}

describe('a workspace with a damaged file', () => {
  it.each(Object.keys(sound))(
    'is read to its end: %s',
    (path) => {
      fc.assert(
        fc.property(mutated(sound[path]!), (text) => {
          for (const line of findings({ ...sound, [path]: text })) {
            expect(line).toMatch(/^\S+ (?:error|warning|note|accepted) [a-z0-9-]+ \S/);
            expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
          }
        }),
        runs,
      );
    },
    120_000,
  );

  it.each(Object.keys(sound))(
    'is read to its end when it is not text at all: %s',
    (path) => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
          findings({ ...sound, [path]: bytes });
        }),
        { ...runs, numRuns: 60 },
      );
    },
    120_000,
  );
});
