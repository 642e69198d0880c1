import { describe, expect, it } from 'vitest';
import { openSources } from '../../open.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import type { Example } from './rule.ts';
import { rules } from './rules.ts';

/** A small workspace that lacks nothing but the German text of its first activity. */
const workspace = {
  'annex.yaml': 'format: 1\nlanguages: [en, de]\n',
  'data/sections.csv': 'section,title\nuse,Using the service\nleave,Leaving the service\n',
  'data/products/mail/product.yaml': 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
};

/** Where the lines of an example belong, and what stands before them. */
const homes: Readonly<Record<Example['file'], { path: string; before: string }>> = {
  'matrix.csv': {
    path: 'data/products/mail/matrix.csv',
    before: `id,section,activity,note,customer,provider
accounts,use,Open and close accounts,,RA,I
export,leave,Export the data,,RA,I
`,
  },
  'sections.csv': { path: 'data/products/mail/sections.csv', before: 'section,number,title\n' },
  'translations/de.csv': {
    path: 'data/translations/de.csv',
    before: `id,source,text,status
,Mail,Mail,reviewed
,Customer,Kunde,reviewed
,Provider,Anbieter,reviewed
,Using the service,Nutzung des Dienstes,reviewed
,Leaving the service,Verlassen des Dienstes,reviewed
,Export the data,Die Daten exportieren,reviewed
`,
  },
};

describe.each(rules)('the example of $id', ({ id, example }) => {
  it('is found broken', () => expect(rulesFound(example.file, example.broken)).toContain(id));
  it('is not found mended', () => expect(rulesFound(example.file, example.mended)).not.toContain(id));
});

function rulesFound(file: Example['file'], lines: string): string[] {
  const { 'matrix.csv': matrix, 'translations/de.csv': german } = homes;
  const content = { ...workspace, [matrix.path]: matrix.before, [german.path]: german.before };
  const { path, before } = homes[file];
  const opened = openSources(memoryWorkspace({ ...content, [path]: `${before}${lines}\n` }));
  return opened.diagnostics.map(({ rule }) => rule);
}
