import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkWorkspace } from '../runs/inspect.ts';
import { type ImportOptions, importPages } from './import.ts';

const scratch = mkdtempSync(join(tmpdir(), 'annex-import-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const freshFolder = () => join(mkdtempSync(join(scratch, 'into-')), 'workspace');

const page = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const read = (into: string, path: string) => readFileSync(join(into, path), 'utf8');

function bring(
  text: string | readonly string[],
  options: Partial<ImportOptions> & { readonly into: string },
) {
  const texts = typeof text === 'string' ? [text] : text;
  return importPages({
    files: texts.map((one, index) => page(`page-${index + 1}.md`, one)),
    product: 'mail',
    language: 'en',
    parties: [],
    name: undefined,
    accept: false,
    dryRun: false,
    ...options,
  });
}

const english = `# Mail

## 1. Before

| Activity | Customer | Northwind |
|---|---|---|
| Choose the domain (DNS) | RA | I |
| Order 20 mailboxes | RA | |

## 2. After

| Activity | Customer | Northwind |
|---|---|---|
| Delete the mailboxes | I | RA |
| Erase the backups | | RA |
`;

describe('a page brought into a new workspace', () => {
  it('is a product without faults, under its published numbers', async () => {
    const into = freshFolder();
    const { kind, diagnostics } = await bring(english, { into });
    expect(kind).toBe('product');
    expect(diagnostics).toEqual([]);
    expect(checkWorkspace(into)).toEqual([]);
    expect(read(into, 'data/products/mail/sections.csv')).toBe(
      'section,number,title\nbefore,1,Before\nafter,2,After\n',
    );
  });

  it('keeps what is not certain from being an owner, until a person has decided it', async () => {
    const into = freshFolder();
    await bring(english.replace('| RA | I |', '| RA |'), { into });
    expect(read(into, 'data/products/mail/matrix.csv')).toContain('Choose the domain (DNS),,RA?,?\n');
    const found = checkWorkspace(into).map(({ rule, place }) => [rule, 'line' in place && place.line]);
    expect(found).toEqual([
      ['code-unknown', 2],
      ['code-unknown', 2],
    ]);
  });

  it('is one product of several pages', async () => {
    const into = freshFolder();
    const [first, second] = english.split('## 2.');
    const { found } = await bring([first!, `## 2.${second!}`], { into });
    expect(found?.rows.map(({ file }) => file)).toEqual(['page-1.md', 'page-1.md', 'page-2.md', 'page-2.md']);
    expect(read(into, 'data/products/mail/sections.csv')).toContain('before,1,Before\nafter,2,After\n');
  });

  it('refuses pages of other parties as one product, and says why', async () => {
    const into = freshFolder();
    const { files, diagnostics } = await bring([english, english.replaceAll('Northwind', 'Acme')], { into });
    expect(files).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['import-pages-differ']);
    expect(existsSync(into)).toBe(false);
  });

  it('is written in its language where the words of the templates do not come in that', async () => {
    const into = freshFolder();
    await bring(english, { into, language: 'sv' });
    expect(read(into, 'annex.yaml')).toContain('language: en\n');
    expect(read(into, 'data/products/mail/product.yaml')).toContain('language: sv\n');
    const rules = new Set(checkWorkspace(into).map(({ rule }) => rule));
    expect([...rules]).toEqual(['translation-missing']);
  });

  it.each(['../../x', 'CON', '', 'x'.repeat(300), 'a/b', '.'])(
    'is not read where it is to be called %j',
    async (product) => {
      const into = freshFolder();
      await expect(bring(english, { into, product })).rejects.toMatchObject({ name: 'NameRefused' });
      expect(existsSync(into)).toBe(false);
    },
  );
});

describe('a page brought into a workspace that is there', () => {
  it('shares its parties where they are called the same', async () => {
    const into = freshFolder();
    await bring(english, { into });
    await bring(english, { into, product: 'calendar' });
    expect(read(into, 'data/products/calendar/product.yaml')).not.toContain('parties:');
  });

  it('has parties of its own where they are not', async () => {
    const into = freshFolder();
    await bring(english, { into });
    await bring(english.replaceAll('Northwind', 'Acme'), { into, product: 'calendar' });
    expect(read(into, 'data/products/calendar/product.yaml')).toContain(
      'parties:\n  - { id: customer }\n  - { id: acme, name: Acme }\n',
    );
    expect(checkWorkspace(into)).toEqual([]);
  });

  it('takes a section of the dictionary only where key and title agree', async () => {
    const into = freshFolder();
    await bring(english, { into });
    writeFileSync(join(into, 'data/sections.csv'), 'section,title\nbefore,Before you order\nend,After\n');
    await bring(english, { into, product: 'calendar' });
    expect(read(into, 'data/products/calendar/sections.csv')).toBe(
      'section,number,title\nbefore-2,1,Before\nend,2,After\n',
    );
  });

  it('writes nothing where annex.yaml cannot be read', async () => {
    const into = freshFolder();
    await bring(english, { into });
    writeFileSync(join(into, 'annex.yaml'), 'format: 2\n');
    const { files, diagnostics } = await bring(english, { into, product: 'calendar' });
    expect(files).toEqual([]);
    expect(diagnostics.map(({ place }) => place.file)).toEqual(['annex.yaml']);
  });

  it('changes nothing where it says the same', async () => {
    const into = freshFolder();
    await bring(english, { into });
    const before = read(into, 'data/products/mail/matrix.csv');
    const { kind, files, diagnostics } = await bring(english, { into });
    expect([kind, files, diagnostics]).toEqual(['update', [], []]);
    expect(read(into, 'data/products/mail/matrix.csv')).toBe(before);
  });

  it('leaves a cell as a person decided it where the page is still not certain', async () => {
    const into = freshFolder();
    const doubtful = english.replace('| RA | I |', '| RA |');
    await bring(doubtful, { into });
    const matrix = join(into, 'data/products/mail/matrix.csv');
    writeFileSync(matrix, readFileSync(matrix, 'utf8').replace('RA?,?', 'RA,C'));
    await bring(doubtful.replace('| Delete the mailboxes | I | RA |', '| Delete the mailboxes | C | RA |'), {
      into,
      accept: true,
    });
    expect(read(into, 'data/products/mail/matrix.csv')).toContain('Choose the domain (DNS),,RA,C\n');
    expect(read(into, 'data/products/mail/matrix.csv')).toContain('Delete the mailboxes,,C,RA\n');
  });
});

const french = `# Messagerie

## 1. Avant

| Activité | Client | Northwind |
|---|---|---|
| Choisir le domaine (DNS) | RA | I |
| Commander 20 boîtes aux lettres | RA | |

## 2. Après

| Activité | Client | Northwind |
|---|---|---|
| Supprimer les boîtes aux lettres | I | RA |
| Détruire les sauvegardes | | RA |
`;

describe('a page in a second language', () => {
  it('makes a product of two languages that is built in both', async () => {
    const into = freshFolder();
    await bring(english, { into });
    const { kind, diagnostics, missing } = await bring(french, { into, language: 'fr' });
    expect([kind, diagnostics, missing]).toEqual(['translation', [], 0]);
    expect(read(into, 'annex.yaml')).toContain('languages: [en, fr]');
    expect(checkWorkspace(into)).toEqual([]);
    expect(read(into, 'data/translations/fr.csv')).toContain(
      ',Choose the domain (DNS),Choisir le domaine (DNS),machine\n',
    );
  });

  it('joins the languages that a product names for itself', async () => {
    const into = freshFolder();
    await bring(english, { into });
    const yaml = join(into, 'data/products/mail/product.yaml');
    writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}languages: [en]\n`);
    await bring(french, { into, language: 'fr' });
    expect(read(into, 'data/products/mail/product.yaml')).toContain('languages: [en, fr]\n');
    expect(checkWorkspace(into)).toEqual([]);
  });

  it('does not join a workspace whose other products it would hold back', async () => {
    const into = freshFolder();
    await bring(english, { into });
    await bring(english.replace('Erase the backups', 'Keep the archive'), { into, product: 'calendar' });
    await bring(french, { into, language: 'fr' });
    expect(read(into, 'annex.yaml')).toContain('languages: [en]');
    expect(checkWorkspace(into)).toEqual([]);
  });

  it('says the same thing twice in two ways as a phrase and an exception of the product', async () => {
    const into = freshFolder();
    const twice = (text: string, before: string, one: string, other: string) =>
      text
        .replace(/\n\n## 2/, `\n| ${one} | C | RA |\n\n## 2`)
        .replace(before, `${before}| ${other} | C | RA |\n`);
    await bring(twice(english, '| Erase the backups | | RA |\n', 'Write a report', 'Write a report'), {
      into,
    });
    const again = twice(
      french,
      '| Détruire les sauvegardes | | RA |\n',
      'Rédiger un rapport',
      'Faire un rapport',
    );
    await bring(again, { into, language: 'fr' });
    expect(read(into, 'data/translations/fr.csv')).toContain(',Write a report,Rédiger un rapport,machine\n');
    expect(read(into, 'data/products/mail/translations/fr.csv')).toBe(
      'id,source,text,status\nwrite-a-report-2,Write a report,Faire un rapport,machine\n',
    );
  });

  it('leaves a translation alone that is there already, unless the page’s is accepted', async () => {
    const into = freshFolder();
    await bring(english, { into });
    await bring(french, { into, language: 'fr' });
    const reworded = french.replace('Détruire les sauvegardes', 'Effacer les sauvegardes');
    const kept = await bring(reworded, { into, language: 'fr' });
    expect(kept.diagnostics.map(({ rule }) => rule)).toEqual(['import-text-differs']);
    expect(kept.files).toEqual([]);
    await bring(reworded, { into, language: 'fr', accept: true });
    expect(read(into, 'data/translations/fr.csv')).toContain('Effacer les sauvegardes');
  });

  it('never changes codes that it contradicts, and names both places', async () => {
    const into = freshFolder();
    await bring(english, { into });
    const before = read(into, 'data/products/mail/matrix.csv');
    const swapped = french.replace('| RA | I |', '| I | RA |');
    const { diagnostics } = await bring(swapped, { into, language: 'fr' });
    expect(diagnostics).toMatchObject([
      {
        rule: 'import-contradiction',
        place: { file: 'data/products/mail/matrix.csv', line: 2 },
        also: { file: 'page-1.md', line: 7 },
      },
    ]);
    expect(read(into, 'data/products/mail/matrix.csv')).toBe(before);
  });

  it('is refused where it is the page of another product', async () => {
    const into = freshFolder();
    await bring(english, { into });
    const other = french.replace(
      /\| (?:Choisir|Commander|Supprimer|Détruire)[^|]*\|[^\n]*/gu,
      '| Autre chose, tout à fait différente | C | C |',
    );
    const { files, diagnostics } = await bring(other, { into, language: 'fr' });
    expect(files).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['import-unlike']);
  });
});
