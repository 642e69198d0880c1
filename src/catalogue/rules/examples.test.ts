import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { writeEdition } from '../../edition/write.ts';
import { openSources } from '../../runs/opening/open.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { assembleEdition } from '../editions/assemble.ts';
import type { Example } from './rule.ts';
import { rules } from './rules.ts';

/**
 * A small workspace that lacks nothing but the German text of its first activity: a product, another one beside it,
 * a glossary, and an edition that was released when the row `backup` said what it says here.
 */
const workspace = {
  'annex.yaml': `format: 1\nlanguages: [en, de]\nrules:\n${turnedOn()}`,
  'data/sections.csv': 'section,title\nuse,Using the service\nleave,Leaving the service\nleave.data,Data\n',
  'data/glossary.csv':
    'language,term,use,avoid\nen,,TLS certificate,SSL certificate\nde,domain name,Domainname*,\n',
  'data/products/web/product.yaml': 'name: Web\nedition: 2026-03\nupdated: 2026-03-01\nlanguages: [en]\n',
  'data/products/web/matrix.csv':
    'id,section,activity,note,customer,provider\npatches,use,Roll out patches for the operating system,,I,RA\nsites,use,Publish websites,,RA,I\n',
};

/** The rules that are off until they are asked for. */
function turnedOn(): string {
  return rules
    .filter(({ severity }) => severity === 'off')
    .map(({ id }) => `  ${id}: warning\n`)
    .join('');
}

/** Where the lines of an example belong, and what stands before them. */
const homes: Readonly<Record<Example['file'], { path: string; before: string }>> = {
  'matrix.csv': {
    path: 'data/products/mail/matrix.csv',
    before: `id,section,activity,note,customer,provider
accounts,use,Open and close accounts,,RA,I
export,leave,Export the data,,RA,I
copy,leave.data,Hand over a copy,,RA,I
`,
  },
  'sections.csv': { path: 'data/products/mail/sections.csv', before: 'section,number,title\n' },
  'product.yaml': {
    path: 'data/products/mail/product.yaml',
    before: 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
  },
  'translations/de.csv': {
    path: 'data/translations/de.csv',
    before: `id,source,text,status
,Mail,Mail,reviewed
,Customer,Kunde,reviewed
,Provider,Anbieter,reviewed
,Using the service,Nutzung des Dienstes,reviewed
,Leaving the service,Verlassen des Dienstes,reviewed
,Export the data,Die Daten exportieren,reviewed
,Data,Daten,reviewed
,Hand over a copy,Eine Kopie übergeben,reviewed
`,
  },
};

const released = {
  'data/products/mail/editions/2026-02.json': releaseOf('backup,use,Back up the service,,I,RA'),
};

describe.each(rules)('the example of $id', ({ id, example }) => {
  it('is found broken', () => expect(rulesFound(example, example.broken)).toContain(id));
  it('is not found mended', () => expect(rulesFound(example, example.mended)).not.toContain(id));

  it.each(['en', 'de'])('is told as it is where only %s is asked for', (language) => {
    const broken = workspaceWith(example, example.broken);
    const speaksOf = ({ scope }: Diagnostic) => (scope?.language ?? language) === language;
    const all = openSources(broken).diagnostics.filter(speaksOf);
    const asked = openSources(broken, { languages: [language], formats: [], brands: [] }).diagnostics;
    expect(asked.filter(speaksOf)).toEqual(all);
  });
});

describe('a finding that was accepted in another language than is asked for', () => {
  it('is none that nothing was found for', () => {
    const files = filesWith('translations/de.csv', ',Nobody says this,Das sagt niemand,reviewed');
    const accept = 'accept:\n  - rule: translation-orphaned\n    reason: Kept for later.\n';
    const accepting = memoryWorkspace({ ...files, 'annex.yaml': files['annex.yaml'] + accept });
    const { diagnostics } = openSources(accepting, { languages: ['en'], formats: [], brands: [] });
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('accept-unused');
  });
});

function rulesFound(example: Example, lines: string): string[] {
  return openSources(workspaceWith(example, lines)).diagnostics.map(({ rule }) => rule);
}

function workspaceWith(example: Example, lines: string): Workspace {
  const files = filesWith(example.file, lines);
  const matrix = homes['matrix.csv'].path;
  const translated = { ...files, [matrix]: files[matrix] + rowsTranslatedIn(example) };
  return memoryWorkspace({ ...translated, ...released });
}

/** An activity for every text that both sides of an example translate, so that it is no orphan. */
function rowsTranslatedIn({ file, broken, mended }: Example): string {
  if (file !== 'translations/de.csv') return '';
  const sources = broken.match(/(?<=^,)(?:"[^"]*"|[^,]*)(?=,)/gm) ?? [];
  return sources
    .filter((source) => mended.includes(source))
    .map((source, i) => `row-${i}-of-example,use,${source},,I,RA\n`)
    .join('');
}

/** The workspace with lines behind what stands in a file already; sections and translations only where they are asked for. */
function filesWith(file: Example['file'], lines: string): Record<string, string> {
  const always = (['matrix.csv', 'product.yaml', 'translations/de.csv'] as const).map((name) => homes[name]);
  const { path, before } = homes[file];
  const content = Object.fromEntries(always.map((home) => [home.path, home.before]));
  return { ...workspace, ...content, [path]: `${before}${lines}\n` };
}

function releaseOf(row: string): string {
  const files = filesWith('matrix.csv', row);
  const yaml = homes['product.yaml'].path;
  const dated = { ...files, [yaml]: files[yaml]!.replaceAll('2026-03', '2026-02') };
  const { catalogue } = openSources(memoryWorkspace(dated));
  const mail = catalogue!.products.find(({ id }) => id === 'mail')!;
  return writeEdition(assembleEdition(catalogue!, { ...mail, draft: false }, '0.0.0'));
}
