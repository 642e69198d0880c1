import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerTo } from './answer.ts';

/* Packs in a folder that holds some already: ordered by hand, left by a run that was ended, or of what was released before. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = join(import.meta.dirname, 'cases', 'two-languages');
const folder = mkdtempSync(join(tmpdir(), 'annex-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workspace = join(folder, 'workspace');
const packs = join(workspace, 'output/packs');
const ledger = join(packs, '.annex/ledger.jsonl');
const run = (...args: string[]) => answerTo([...args, '--workspace', workspace]);

beforeEach(() => {
  rmSync(workspace, { recursive: true, force: true });
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  contract('C-1,Acme SA,en,mail', 'C-2,Globex Ltd,fr,mail', 'C-3,Initech,en,mail', 'C-4,Umbrella,en,male');
});

function contract(...rows: string[]): void {
  const lines = ['contract,customer,language,products,date', ...rows.map((row) => `${row},2026-03-01`)];
  writeFileSync(join(workspace, 'data/contracts.csv'), `${lines.join('\n')}\n`);
}

/** Leaves a folder of packs as the last run would have left it, had it been ended after so many contracts. */
function endAfter(contracts: number): void {
  const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n');
  const begin = lines.findLastIndex((line) => 'begun' in JSON.parse(line));
  writeFileSync(ledger, `${lines.slice(0, begin + 1 + contracts).join('\n')}\n`);
}

const byHand = ['--customer', 'Hooli', '--product', 'mail', '--language', 'fr', '--contract', 'H-1'] as const;
const ofHand = join(packs, 'h-1/hooli-h-1-pack-fr.pdf');

it('without a table of contracts says how to write one, or do without', async () => {
  rmSync(join(workspace, 'data/contracts.csv'));
  const { err, code } = await run('pack');
  expect(code).toBe(3);
  expect(err).toMatch(
    /^annex: There are no contracts: .* does not exist\. Write it, .* or order one pack by --customer/,
  );
});

it('while another run is at work there, none begins', async () => {
  const [first, second] = await Promise.all([run('pack'), run('pack', ...byHand)]);
  expect(first.out).toContain('read 4 = made 3');
  expect(second.code).toBe(3);
  expect(second.err).toMatch(
    /^annex: Cannot write .*: another run is at work there, as process \d+: wait for its end, or remove .+\n/,
  );
  expect((await run('verify')).out).toMatch(/3 of 3 agree/);
});

describe('a pack that was ordered by hand', () => {
  it('stays when the table is made again, and is verified with it', async () => {
    await run('pack', ...byHand);
    const before = readFileSync(ofHand);
    for (const made of ['made 3 + reused 0', 'made 0 + reused 3'])
      expect((await run('pack')).out).toContain(`read 4 = ${made} + held 1 + failed 0`);
    expect(readFileSync(ofHand)).toEqual(before);
    expect((await run('verify')).out).toMatch(/agrees {2}pack of H-1\n4 of 4 agree/);
  });

  it('goes with the table once it stood in one', async () => {
    await run('pack', ...byHand);
    contract('H-1,Hooli,fr,mail');
    expect((await run('pack')).out).toContain('read 1 = made 1 + reused 0');
    contract('C-1,Acme SA,en,mail');
    expect((await run('pack')).out).toContain(
      '1 pack was taken away: its contract stands in the table no more.\nread 1 = made 1',
    );
    expect(existsSync(ofHand)).toBe(false);
    expect((await run('verify')).out).toMatch(/^agrees {2}pack of C-1\n1 of 1 agree/);
  });
});

describe('a run that was ended', () => {
  it.each([0, 1, 3, 4])('after %i contracts made what it and who goes on with it made', async (contracts) => {
    await run('pack');
    endAfter(contracts);
    const { out } = await run('pack', '--resume');
    expect(out).toContain('read 4 = made 3 + reused 0 + held 1 + failed 0');
  });

  it.each([0, 2])('after %i contracts reused what an earlier run had made', async (contracts) => {
    await run('pack', '--only', 'C-2');
    await run('pack');
    endAfter(contracts);
    const { out } = await run('pack', '--resume');
    expect(out).toContain('read 4 = made 2 + reused 1 + held 1 + failed 0');
  });

  it('is one error, and none once it was gone on with', async () => {
    await run('pack');
    endAfter(2);
    rmSync(join(packs, 'manifest.json'));
    const { out, code } = await run('verify');
    expect([out, code]).toEqual([
      'packs error pack-ended The last run of packs did not come to its end, or is still under way.\n' +
        '    annex pack --resume goes on with it. Packs that were fetched are fetched again.\n' +
        `0 of 0 agree in ${join(workspace, 'output')}; 1 error\n`,
      1,
    ]);
    await run('pack', '--resume');
    expect((await run('verify')).out).toMatch(/3 of 3 agree in .*; no findings/);
  });
});

describe('a language that only a released edition has', () => {
  it('can be ordered as long as that is what the contract names', async () => {
    await run('release');
    const put = (path: string, change: (text: string) => string) =>
      writeFileSync(join(workspace, path), change(readFileSync(join(workspace, path), 'utf8')));
    put('annex.yaml', (text) => text.replace('[en, fr]', '[en]'));
    put('data/products/mail/product.yaml', (text) => text.replace("edition: '1'", "edition: '2'"));
    contract('C-1,Acme SA,fr,mail@1', 'C-2,Acme SA,fr,mail', 'C-3,Acme SA,de,mail@1');
    const { out } = await run('pack');
    expect(out).toMatch(/made {3}packs\/c-1\/acme-sa-c-1-pack-fr\.pdf/);
    expect(out).toContain("held   C-2 (line 3) Edition 2 of mail is not made in 'fr'.");
    expect(out).toContain("held   C-3 (line 4) The workspace has no language 'de'.");
    expect((await run('verify')).out).toMatch(/^agrees {2}pack of C-1\n1 of 1 agree/);
  });
});
