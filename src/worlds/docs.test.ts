import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';

/*
 * The pages are followed as a reader follows them, from top to bottom: a fence that names a file is written, a fence of
 * `sh` is run where it says `annex`, and an example of the library is run and held against the answer below it.
 */
const root = join(import.meta.dirname, '..', '..');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'annex-docs-'));
const home = process.cwd();
afterEach(() => process.chdir(home));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the documentation', () => {
  it.each(pages)('can be followed: %s', followPage, 180_000);

  it('is as the code makes it', () => {
    expect(() =>
      execFileSync(process.execPath, [tsx, 'scripts/docs.mjs', '--check'], { cwd: root }),
    ).not.toThrow();
  }, 60_000);

  it.each(pages)('names each file before it shows it: %s', (page) => {
    const shown = [...read(page).matchAll(/((?:[^\n]+\n)+)\n```\w+ (?!example)(\S+)\n/g)];
    expect(
      shown.filter(([, before, path]) => !before!.includes(`\`${path}\``)).map(([, , path]) => path),
    ).toEqual([]);
  });

  it.each(pages)('links to what is there: %s', (page) => {
    const pattern = /(?:\]\(|src=")(?!https?:)([^)"#\s]+)/g;
    const links = [...read(page).matchAll(pattern)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});

type Step =
  | { readonly kind: 'workspace'; readonly which: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'example'; readonly text: string; readonly answer: string };

async function followPage(page: string): Promise<void> {
  for (const step of stepsOf(read(page))) {
    if (step.kind === 'workspace') process.chdir(layOut(step.which));
    else if (step.kind === 'file') write(step.path, step.text);
    else if (step.kind === 'command') await expectCommand(step.line);
    else expectAnswer(step.text, step.answer);
  }
}

/** What a page asks its reader to do, in order. */
function stepsOf(text: string): Step[] {
  const pattern = /<!-- workspace: ([a-z ]+) -->|^```(\w+)([^\n]*)\n(.*?)^```/gms;
  const found = [...text.matchAll(pattern)];
  return found.flatMap(([, which, language = '', info = '', body = ''], index): Step[] => {
    const name = info.trim();
    if (which !== undefined) return [{ kind: 'workspace', which }];
    if (language === 'sh') return commandsIn(body).map((line) => ({ kind: 'command', line }));
    if (name === '') return [];
    if (name !== 'example') return [{ kind: 'file', path: name, text: body }];
    const next = found[index + 1];
    return [{ kind: 'example', text: body, answer: next?.[2] === 'text' ? next[4]! : '' }];
  });
}

function commandsIn(body: string): string[] {
  return body.split('\n').filter((line) => /^(?:npx )?annex(?: |$)/.test(line));
}

/** A new folder, empty or with the workspace of this repository. */
function layOut(which: string): string {
  const folder = mkdtempSync(join(scratch, 'page-'));
  if (which === 'this repository') {
    for (const name of ['annex.yaml', 'data', 'templates'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
  } else expect(which).toBe('empty');
  return folder;
}

function write(path: string, text: string): void {
  expect(process.cwd(), 'a page says first in which workspace it is').toContain(scratch);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A comment behind a command may say how it ends (`exits 1`) and which rules it must name. */
async function expectCommand(line: string): Promise<void> {
  expect(process.cwd(), 'a page says first in which workspace it is').toContain(scratch);
  const [command = '', comment = ''] = line.split(/\s+#\s*/);
  const args = wordsOf(command.replace(/^npx /, '').replace(/ >.*$/, '')).slice(1);
  const answer = await answerTo(args);
  const code = Number(/exits (\d+)/.exec(comment)?.[1] ?? 0);
  expect({ line, ...answer }).toMatchObject({ code });
  const rule = /\b(?:accept|translation)-[a-z]+/.exec(comment)?.[0] ?? '';
  expect(answer.text).toContain(rule);
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

function expectAnswer(text: string, answer: string): void {
  const source = join(root, 'src', 'index.ts');
  writeFileSync('example.mts', text.replace("from 'annexpress'", `from ${JSON.stringify(source)}`));
  const said = execFileSync(process.execPath, [tsx, 'example.mts'], { encoding: 'utf8' });
  expect(said).toBe(answer);
}

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}
