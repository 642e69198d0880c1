import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';

/* Faults of the file system: said in plain words, exit code 3 (or 1 for content), nothing half-written. */
const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'annex.js');
const plain = join(import.meta.dirname, 'cases', 'plain');
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-files-'));
  cpSync(plain, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, text } = await answerTo([...args, '--workspace', workspace]);
  return { code, text: text.replaceAll(workspace, '<workspace>') };
}

const matrix = () => join(workspace, 'data/products/mail/matrix.csv');

describe('faults of the file system', () => {
  it('a workspace that is not there', async () => {
    rmSync(workspace, { recursive: true });
    const { code, text } = await run('check');
    expect(code).toBe(3);
    expect(text).toContain('<workspace>');
    expect(text).not.toContain('    at ');
  });

  it('a file where the output folder should be', async () => {
    writeFileSync(join(workspace, 'taken'), 'a file');
    const { code, text } = await run('build', '--out', join(workspace, 'taken'));
    expect({ code, text }).toEqual({
      code: 3,
      text: 'annex: Cannot write <workspace>/taken: there is a file of that name.\n',
    });
  });

  it('a folder where an artifact should be', async () => {
    await run('build');
    const out = join(workspace, 'output');
    const pdf = join(out, 'mail/1/neutral-mail-responsibility-matrix-edition-1-draft-en.pdf');
    rmSync(pdf);
    mkdirSync(join(pdf, 'inside'), { recursive: true });
    const { code, text } = await run('build');
    expect(code).toBe(3);
    expect(text).toContain('there is a folder of that name');
    expect(readdirSync(join(out, '.annex'))).toEqual(['build.json']);
  });

  it('a matrix that is a folder', async () => {
    rmSync(matrix());
    mkdirSync(matrix());
    const { code, text } = await run('check');
    expect({ code, text }).toEqual({
      code: 3,
      text: expect.stringContaining(
        "file-unreadable 'data/products/mail/matrix.csv' cannot be read: it is a folder",
      ),
    });
  });

  it('a link that leads out of the workspace', async () => {
    rmSync(matrix());
    symlinkSync('/etc/hostname', matrix());
    const { code, text } = await run('check');
    expect(code).toBe(3);
    expect(text).toContain('data/products/mail/matrix.csv');
    expect(text).toContain('link');
  });

  it('a link that leads in a circle', async () => {
    rmSync(matrix());
    symlinkSync(matrix(), matrix());
    expect((await run('check')).code).toBe(3);
  });

  it('a file that may not be read', () => {
    chmodSync(workspace, 0o755);
    chmodSync(matrix(), 0);
    // Root may read everything: as root, the command runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const args = [command, 'check', '--workspace', workspace];
    const checked = spawnSync(process.execPath, args, { encoding: 'utf8', ...nobody });
    expect(checked.stdout).toContain("'data/products/mail/matrix.csv' cannot be read: ");
    expect(checked.status).toBe(3);
  });

  it('a file as large as a disk, refused before it is read into cells', async () => {
    writeFileSync(matrix(), Buffer.alloc(100 * 1024 * 1024, 'id,section,activity\n'));
    const { code, text } = await run('check');
    expect({ code, text }).toEqual({
      code: 3,
      text: expect.stringContaining('cannot be read: it is larger than 64 MiB'),
    });
  });

  it('a million columns', async () => {
    writeFileSync(matrix(), `${'a,'.repeat(1_000_000)}a\n`);
    const { code, text } = await run('check');
    expect(code).toBe(1);
    expect(text).toContain('csv-too-large');
    expect(text.length).toBeLessThan(2000);
  });

  it('two product folders that a case-insensitive disk takes for one', async () => {
    const twin = join(workspace, 'data/products/Mail');
    // On such a disk the folder is the same one, and there is nothing to refuse.
    if (existsSync(twin)) return;
    cpSync(join(workspace, 'data/products/mail'), twin, { recursive: true });
    const { code, text } = await run('check');
    expect(code).toBe(1);
    expect(text).toContain(
      "data/products/Mail error product-id 'Mail' cannot be the name of a product folder.",
    );
  });

  it('a disk that fills up while artifacts are written leaves every published file as it was', async () => {
    expect((await run('build')).code).toBe(0);
    const out = join(workspace, 'output');
    const before = readAll(out);
    writeFileSync(matrix(), readFileSync(matrix(), 'utf8').replace('Back up', 'Save'));
    // A limit on the size of files stands in for a full disk: the write fails half way through.
    const script = `ulimit -f 8; exec "${process.execPath}" "${command}" build --workspace "${workspace}"`;
    const built = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(built.status).toBe(3);
    expect(built.stderr).toContain('annex: Cannot write');
    expect(readAll(out)).toEqual(before);
  });

  it('a reader who closes the pipe before the last word stops nothing', () => {
    const script = `{ "${process.execPath}" "${command}" explain; echo "code $?" >&2; } | true`;
    expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stderr).toBe('code 0\n');
  });

  it.runIf(existsSync('/dev/full'))('a full disk under what a command says', () => {
    const script = `"${process.execPath}" "${command}" explain > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect([status, stderr.split('\n').length]).toEqual([3, 2]);
  });
});

function readAll(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, 'base64')];
    }),
  );
}
