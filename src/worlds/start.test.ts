import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/* What a command loads decides how soon it answers. The engines are CommonJS, and Node tells of each that was loaded. */
const root = join(import.meta.dirname, '../..');
const tell =
  'data:text/javascript,import m from "node:module";' +
  'process.on("exit",()=>process.stderr.write(Object.keys(m._cache).join("\\n")))';
const engines = /node_modules\/(?:pdfmake|pdfkit|fontkit|exceljs)\//;

const fromSources = ['--import', 'tsx', '--import', tell, 'src/cli/annex.ts'];
const fromBundle = ['--import', tell, 'dist/cli/annex.js'];

function loadedBy(program: readonly string[], ...args: string[]): string {
  const command = [...program, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr;
}

describe('a command loads no engine of documents that it does not make:', () => {
  it.each([['--help'], ['list'], ['check'], ['build', '--help']])('annex %s', (...args) => {
    expect(loadedBy(fromSources, ...args)).not.toMatch(engines);
    expect(loadedBy(fromBundle, ...args)).not.toMatch(engines);
  });

  it('annex build, for a document', () => {
    const args = [
      'build',
      '--force',
      '--out',
      mkdtempSync(join(tmpdir(), 'annex-start-')),
      '-p',
      'email-pro',
      '-l',
      'en',
      '-f',
      'pdf',
    ];
    expect(loadedBy(fromSources, ...args)).toMatch(engines);
    expect(loadedBy(fromBundle, ...args)).toMatch(engines);
  });
});

/* What is loaded by import is told by a hook; what it requires in turn comes after it. */
const hook = `import { writeSync } from 'node:fs';
export async function load(url, context, next) { writeSync(2, url + '\\n'); return next(url, context); }`;
const script = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const tellImports = script(
  `import { register } from 'node:module'; register(${JSON.stringify(script(hook))});`,
);
const ofFleets = /node_modules\/(?:pg|pg-boss|pino|prom-client|@smithy|@aws-sdk)\//;

function importedBy(args: readonly string[], ...preloaded: readonly string[]): string {
  const imports = ['tsx', tellImports, ...preloaded].flatMap((name) => ['--import', name]);
  const command = [...imports, 'src/cli/annex.ts', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stderr).toContain('/src/cli/run.ts');
  return stderr;
}

describe('a command loads nothing of runs on many machines without their flags:', () => {
  it.each([
    ['--help'],
    ['worker', '--help'],
    ['pack', '--dry-run'],
    ['pack', '--sample', '1', '--out', mkdtempSync(join(tmpdir(), 'annex-start-'))],
  ])('annex %s', (...args) => {
    expect(importedBy(args)).not.toMatch(ofFleets);
  });

  it('and what is loaded would be seen', () => {
    expect(importedBy(['--help'], 'pino', 'pg')).toMatch(ofFleets);
  });
});
