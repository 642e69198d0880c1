import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { answerTo } from './answer.ts';

/* What a newcomer types, from an empty folder: whatever a command leaves behind is checked clean and built. */
// Each test goes on from the one before it; builds take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'annex-newcomer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => answerTo([...args, '--workspace', folder]);

/** Builds, expecting no finding at all; gives the names of all that it makes. */
async function build(...args: string[]): Promise<string[]> {
  const { code, text } = await run('build', '--force', ...args);
  expect(text).toContain('no findings');
  expect(code).toBe(0);
  return text
    .split('\n')
    .flatMap((line) => /^draft .*\/([^/ ]+) /.exec(line)?.[1] ?? [])
    .map((name) => name.replace('-responsibility-matrix-edition-1-draft', ''));
}

const translations = join(folder, 'data/translations/nl.csv');

it('a new workspace is built as it is', async () => {
  expect((await run('init')).code).toBe(0);
  expect(await build()).toEqual(['neutral-managed-database-en.pdf', 'neutral-managed-database-en.xlsx']);
});

it('a new product is built as it is, beside the others', async () => {
  expect((await run('new', 'product', 'mail')).code).toBe(0);
  expect(await build('-f', 'pdf')).toEqual(['neutral-mail-en.pdf', 'neutral-managed-database-en.pdf']);
});

it('a new brand is worn as it is', async () => {
  expect((await run('new', 'brand', 'acme')).code).toBe(0);
  expect(await build('-p', 'mail', '-b', 'acme')).toEqual(['acme-mail-en.pdf', 'acme-mail-en.xlsx']);
});

it('a language that is being translated leaves every build as it was', async () => {
  const begun = await run('new', 'language', 'nl');
  expect(begun.code).toBe(0);
  expect(begun.text).toMatch(/^\d+ texts to translate/m);
  expect(await build('-p', 'mail', '-f', 'pdf')).toEqual(['neutral-mail-en.pdf']);
});

it('half a language is still left out, and says how much is left', async () => {
  const lines = readFileSync(translations, 'utf8').split('\n');
  const half = lines.map((line, i) => (i > 0 && i < lines.length - 3 ? translated(line) : line));
  writeFileSync(translations, half.join('\n'));
  const { text } = await run('new', 'language', 'nl');
  expect(text).toMatch(/^2 texts to translate/m);
  expect(await build('-p', 'mail', '-f', 'pdf')).toEqual(['neutral-mail-en.pdf']);
});

it('a whole language joins the build', async () => {
  writeFileSync(translations, readFileSync(translations, 'utf8').split('\n').map(translated).join('\n'));
  const { code, text } = await run('new', 'language', 'nl');
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('annex.yaml') });
  expect(await build('-p', 'mail', '-l', 'nl')).toEqual(['neutral-mail-nl.pdf', 'neutral-mail-nl.xlsx']);
});

it('a new product in a workspace of two languages asks for its own alone, and is built', async () => {
  expect((await run('new', 'product', 'web')).code).toBe(0);
  expect(await build('-p', 'web', '-f', 'pdf')).toEqual(['neutral-web-en.pdf']);
});

it('nothing that was written has to be formatted', async () => {
  expect(await run('fmt', '--check')).toMatchObject({ code: 0, text: '0 of 5 files would change.\n' });
});

/** A row with its source as its translation, which keeps placeholders whole. */
function translated(line: string): string {
  const [, source] = /^[^,]*,("(?:[^"]|"")*"|[^",]*),,machine$/.exec(line) ?? [];
  // A text that is said in the same words would be found to be untranslated.
  const said = source?.replace(/^"?/, (quote) => `${quote}Vertaald: `);
  return said === undefined ? line : line.replace(/,,machine$/, () => `,${said},machine`);
}
