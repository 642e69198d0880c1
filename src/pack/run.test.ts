import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { unpackZip } from '../readers/zip.ts';
import { folderStore } from '../store/folder-store.ts';
import type { Contract } from './contract.ts';
import type { ReadContract } from './contracts/read.ts';
import { ledgerFile, openLedger } from './folder-ledger.ts';
import type { ListedPack } from './manifest.ts';
import type { Press } from './press.ts';
import { printReconciliation, type Reconciliation } from './reconcile.ts';
import { forgetOthers, runPacks } from './run.ts';
import { setKey } from './sets.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'annex-packs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

function contract(id: string, product = 'mail', customer = `Customer of ${id}`): ReadContract {
  const members = [{ product, edition: undefined }];
  const made: Contract = { id, customer, language: 'en', date: '2026-03-01', members, columns: {}, line: 2 };
  return { id, line: 2, contract: made, diagnostics: [] };
}

const faulty: ReadContract = {
  id: 'BAD',
  line: 9,
  contract: undefined,
  diagnostics: [
    {
      rule: 'contract-empty',
      severity: 'error',
      message: 'No customer.',
      hints: [],
      place: { file: 'c.csv' },
    },
  ],
};

/** A press that writes a line: customers called `held` do not fit, those called `bug` meet one. */
class LinePress implements Press {
  readonly prepared: string[] = [];
  readonly bound: string[] = [];
  version = 1;

  readonly prepare: Press['prepare'] = async (set) => {
    this.prepared.push(setKey(set));
    const body = bytes(`body of ${setKey(set)} `.repeat(50));
    return checked({
      brand: 'neutral',
      members: set.members.map(({ product }) => ({ product, edition: '1', draft: false })),
      keyOf: ({ id, customer }) => `${id} ${customer} ${this.version}`,
      bind: async ({ id, customer }) => {
        const own = bytes(`${id} ${customer} ${this.version}`);
        this.bound.push(id);
        if (customer === 'held') return failed(error('pack-cover', { file: 'pack.hbs' }, 'Too long.'));
        if (customer === 'bug') throw new Error('A bug.');
        return checked({ pdf: [body, own], xlsx: [body, own, own] });
      },
    });
  };
}

type Outcome = { readonly packs: readonly ListedPack[]; readonly reconciliation: Reconciliation };

async function makeAll(
  contracts: readonly ReadContract[],
  { press = new LinePress(), resume = false, stopAfter = Number.POSITIVE_INFINITY } = {},
): Promise<Outcome> {
  const ledger = openLedger(join(root, ledgerFile), resume);
  const packs: ListedPack[] = [];
  let begun = 0;
  const run = {
    press,
    store: folderStore(root),
    ledger,
    onSettled: (pack: ListedPack) => void packs.push(pack),
    onProgress: () => {
      if (begun++ === stopAfter) throw new Error('killed');
    },
    locate: (found: readonly object[]) => found as LocatedDiagnostic[],
  };
  try {
    const reconciliation = await runPacks(contracts, run);
    await forgetOthers(run);
    ledger.finish();
    return { packs, reconciliation };
  } finally {
    ledger.close();
  }
}

/** Every file by its path, with its digest; what is hidden is nobody's result. */
function filesIn(folder = root): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('.'),
  );
  const files = paths.sort().filter((path) => statSync(join(folder, path)).isFile());
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(files.map((path) => [path, digest(path)]));
}

const ten = Array.from({ length: 10 }, (_, i) => contract(`c${i}`, i % 2 === 0 ? 'mail' : 'hosting'));

describe('a run', () => {
  it('accounts for every contract, whatever became of it', async () => {
    const all = [contract('a'), faulty, contract('b', 'mail', 'held'), contract('c', 'mail', 'bug')];
    const { packs, reconciliation } = await makeAll(all);
    expect(printReconciliation(reconciliation)).toBe('read 4 = made 1 + reused 0 + held 2 + failed 1');
    expect(packs.map(({ contract, state, reason }) => [contract, state, reason])).toEqual([
      ['a', 'made', undefined],
      ['BAD', 'held', 'No customer.'],
      ['b', 'held', 'Too long.'],
      ['c', 'failed', 'A bug.'],
    ]);
  });

  it('prepares each set once and tells contracts in their own order', async () => {
    const press = new LinePress();
    const { packs } = await makeAll(ten, { press });
    expect(press.prepared).toEqual(['en mail', 'en hosting']);
    expect(packs.map(({ contract }) => contract)).toEqual(ten.map(({ id }) => id));
  });

  it('gives a bug another try, and no third', async () => {
    const press = new LinePress();
    await makeAll([contract('c', 'mail', 'bug')], { press });
    expect(press.bound).toEqual(['c', 'c']);
  });

  it('puts PDF and workbook into an archive that says what is in it', async () => {
    const [pack] = (await makeAll([contract('a')])).packs;
    const [pdf, xlsx, zip] = pack!.files.map(({ path }) => path);
    const inside = unpackZip(readFileSync(join(root, zip!)));
    const text = (name: string) => new TextDecoder().decode(inside.get(name));
    expect([...inside.keys()]).toEqual([pdf!.slice(2), xlsx!.slice(2), 'manifest.json', 'SHA256SUMS']);
    expect(JSON.parse(text('manifest.json'))).toMatchObject({ contract: 'a', customer: 'Customer of a' });
    expect(text('SHA256SUMS')).toBe(
      pack!.files
        .slice(0, 2)
        .map(({ sha256, path }) => `${sha256}  ${path.slice(2)}\n`)
        .join(''),
    );
  });
});

describe('a second run', () => {
  it('makes nothing that would come out the same, and calls it reused', async () => {
    await makeAll(ten);
    const before = filesIn();
    const press = new LinePress();
    const { reconciliation } = await makeAll(ten, { press });
    expect(reconciliation).toMatchObject({ made: 0, reused: 10 });
    expect(press.bound).toEqual([]);
    expect(filesIn()).toEqual(before);
  });

  it('makes again what was changed or lost', async () => {
    const { packs } = await makeAll(ten);
    const [first, second] = packs.map(({ files }) => files[0]!);
    rmSync(join(root, 'objects', first!.sha256[0]!, first!.sha256));
    writeFileSync(join(root, second!.path), 'edited by its name, and so the object behind it');
    const before = filesIn();
    const { reconciliation } = await makeAll(ten);
    expect(reconciliation).toMatchObject({ made: 2, reused: 8 });
    expect(filesIn()[second!.path]).toBe(second!.sha256);
    expect(Object.keys(filesIn())).toHaveLength(Object.keys(before).length + 1);
  });

  it('takes away the packs of contracts that are gone, held or called otherwise, and their bytes with them', async () => {
    await makeAll(ten);
    const renamed = contract('c1', 'hosting', 'Another name');
    await makeAll([contract('c0'), renamed, contract('c2', 'mail', 'held')]);
    const rest = Object.keys(filesIn());
    const names = rest.filter((path) => !path.startsWith('objects/'));
    expect(names.map((path) => path.replace(/-[0-9a-f]{8}-/, '-'))).toEqual([
      'c0/customer-of-c0-c0-pack-en.pdf',
      'c0/customer-of-c0-c0-pack-en.xlsx',
      'c0/customer-of-c0-c0-pack-en.zip',
      'c1/another-name-c1-pack-en.pdf',
      'c1/another-name-c1-pack-en.xlsx',
      'c1/another-name-c1-pack-en.zip',
    ]);
    expect(rest.filter((path) => path.startsWith('objects/'))).toHaveLength(6);
  });
});

describe('a run that was ended', () => {
  it.each([0, 1, 5, 9])('after %i contracts is gone on with to the same end', async (stopAfter) => {
    const undisturbed = await makeAll(ten);
    const bytes = filesIn();
    rmSync(root, { recursive: true });
    await expect(makeAll(ten, { stopAfter })).rejects.toThrow('killed');
    const press = new LinePress();
    const resumed = await makeAll(ten, { press, resume: true });
    expect(press.bound).toHaveLength(10 - stopAfter);
    expect(resumed).toEqual(undisturbed);
    expect(filesIn()).toEqual(bytes);
  });

  it('starts anew where nobody asks to go on', async () => {
    await expect(makeAll(ten, { stopAfter: 5 })).rejects.toThrow('killed');
    const { reconciliation } = await makeAll(ten);
    expect(reconciliation).toMatchObject({ made: 10, reused: 0 });
  });

  it('is gone on with under a torn line of its ledger', async () => {
    await expect(makeAll(ten, { stopAfter: 5 })).rejects.toThrow('killed');
    const path = join(root, ledgerFile);
    writeFileSync(path, readFileSync(path).subarray(0, -20));
    const press = new LinePress();
    const { reconciliation } = await makeAll(ten, { press, resume: true });
    expect(press.bound).toHaveLength(6);
    expect(reconciliation).toMatchObject({ made: 10, reused: 0 });
    expect(
      readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .every((line) => JSON.parse(line)),
    ).toBe(true);
  });

  it('makes again what was made of other sources', async () => {
    await expect(makeAll(ten, { stopAfter: 5 })).rejects.toThrow('killed');
    const press = new LinePress();
    press.version = 2;
    const { reconciliation } = await makeAll(ten, { press, resume: true });
    expect(press.bound).toHaveLength(10);
    expect(reconciliation).toMatchObject({ made: 10 });
  });

  it('counts as reused what an earlier run had made', async () => {
    await makeAll(ten.slice(0, 3));
    await expect(makeAll(ten, { stopAfter: 5 })).rejects.toThrow('killed');
    const { reconciliation } = await makeAll(ten, { resume: true });
    expect(reconciliation).toMatchObject({ made: 7, reused: 3 });
    expect(existsSync(join(root, 'objects'))).toBe(true);
  });
});
