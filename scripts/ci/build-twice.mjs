// Builds the repository's workspace twice from nothing, the second time under another time zone, locale and date,
// and holds the two outputs against each other, byte for byte, and against their checksums.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const command = join('dist', 'cli', 'annex.js');
const folder = mkdtempSync(join(tmpdir(), 'annex-twice-'));

try {
  const first = build('first', { TZ: 'UTC', LC_ALL: 'C' });
  const second = build('second', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  if (different.length > 0) fail(`These files differ between two builds:\n  ${different.join('\n  ')}`);
  checkSums(join(folder, 'first'), first);
  console.log(`${names.length} files, equal in both builds`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build(name, environment) {
  const out = join(folder, name);
  const run = spawnSync(process.execPath, [command, 'build', '--out', out], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) fail(`The ${name} build ended with exit code ${run.status}.`);
  return new Map(files(out).map((path) => [relative(out, path), sha256(readFileSync(path))]));
}

function checkSums(out, found) {
  const lines = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n');
  for (const line of lines) {
    const [sum, path] = line.split('  ');
    if (found.get(path) !== sum) fail(`SHA256SUMS does not hold for ${path}.`);
  }
}

function files(at) {
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
  throw new Error(message);
}
