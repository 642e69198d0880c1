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

function loadedBy(...args: string[]): string {
  const command = ['--import', 'tsx', '--import', tell, 'src/cli/annex.ts', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr;
}

describe('a command loads no engine of documents that it does not make:', () => {
  it.each([['--help'], ['list'], ['check'], ['build', '--help']])('annex %s', (...args) => {
    expect(loadedBy(...args)).not.toMatch(engines);
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
    expect(loadedBy(...args)).toMatch(engines);
  });
});
