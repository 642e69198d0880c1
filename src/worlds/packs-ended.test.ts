import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Random } from './sabotage/random.ts';

/*
 * Runs of packs that are ended by the system at random moments, with no chance to tidy up, and gone on with: what they
 * leave in the end is what a run leaves that nobody disturbed. It is the compiled program that is ended; `npm test`
 * compiles it. By hand: PACKS=1000 ENDS=20 npx vitest run src/worlds/packs-ended.test.ts
 */
vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 600_000 });
const program = join(import.meta.dirname, '../../dist/cli/annex.js');
const world = join(import.meta.dirname, 'cases', 'two-languages');
const contracts = Number(process.env.PACKS ?? 60);
const ends = Number(process.env.ENDS ?? 6);
let workspace: string;
let undisturbed: Readonly<Record<string, string>>;
/** How long a whole run takes, in milliseconds. */
let length: number;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-ended-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  const rows = Array.from(
    { length: contracts },
    (_, i) => `C-${i},Customer ${i},${i % 3 === 0 ? 'fr' : 'en'},mail,2026-03-01`,
  );
  writeFileSync(
    join(workspace, 'data/contracts.csv'),
    `contract,customer,language,products,date\n${rows.join('\n')}\n`,
  );
  const begun = performance.now();
  await pack('undisturbed');
  length = performance.now() - begun;
  undisturbed = bytesOfAll('undisturbed');
  expect(Object.keys(undisturbed)).toHaveLength(contracts * 6 + 1);
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** Runs the program to its end, or to the moment in milliseconds at which the system ends it. */
async function pack(out: string, { resume = false, end = Number.POSITIVE_INFINITY } = {}): Promise<boolean> {
  const args = [
    'pack',
    '--workspace',
    workspace,
    '--out',
    join(workspace, out),
    ...(resume ? ['--resume'] : []),
  ];
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (end < Number.POSITIVE_INFINITY) {
    await Promise.race([ended, setTimeout(end)]);
    child.kill('SIGKILL');
  }
  return (await ended) === 0;
}

/** Every file with its digest, those of the bookkeeping apart; `.part` and the like would be found here. */
function bytesOfAll(out: string): Record<string, string> {
  const root = join(workspace, out, 'packs');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => !path.startsWith('.annex') && statSync(join(root, path)).isFile());
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex');
  return Object.fromEntries(files.map((path) => [path, digest(path)]));
}

it(`a run ended at ${ends} random moments and gone on with leaves the bytes of one that nobody disturbed`, async () => {
  const random = new Random(20_260_815);
  for (let i = 0; i < ends; i++) {
    const out = `ended-${i}`;
    // From before its first pack to after its last.
    const end = (random.below(1000) / 1000) * length * 1.05;
    await pack(out, { end });
    const resumed = await pack(out, { resume: true });
    expect([i, resumed]).toEqual([i, true]);
    const { packs, reconciliation } = JSON.parse(
      readFileSync(join(workspace, out, 'packs/manifest.json'), 'utf8'),
    );
    expect([i, reconciliation.made, packs.length]).toEqual([i, contracts, contracts]);
    expect(bytesOfAll(out)).toEqual(undisturbed);
    rmSync(join(workspace, out), { recursive: true });
  }
});
