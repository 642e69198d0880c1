import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ListedPack } from '../../pack/manifest.ts';
import { shardOf } from '../manifest/tree.ts';
import type { Batch, Records, SettledPack } from '../records.ts';
import { describeWithPostgres, type Server, startPostgres } from './fixture.ts';
import { openRecords, openRunDesk, prepareRecords, type RunDesk } from './open.ts';
import { openDatabase } from './pool.ts';

const digest = 'd'.repeat(64);
const head = {
  program: 'a'.repeat(64),
  bundle: 'b'.repeat(64),
  brand: undefined,
  contractsPath: 'contracts.csv',
  columns: ['country'],
};

const packOf = (id: string, state: ListedPack['state'] = 'made', key = `key of ${id}`): ListedPack => ({
  contract: id,
  customer: 'Acme',
  line: Number(id.slice(2)) + 2,
  state,
  members: [],
  files: state === 'made' ? [{ path: `${id.toLowerCase()}/a.pdf`, bytes: 3, sha256: digest }] : [],
  key,
});

const settledOf = (...ids: readonly string[]): SettledPack[] =>
  ids.map((id) => ({ pack: packOf(id), attempt: 1 }));

describeWithPostgres('records in PostgreSQL', () => {
  let server: Server;
  let desk: RunDesk;
  let records: Records;
  const finishing: number[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    const url = server.urlOf('postgres');
    await prepareRecords(url);
    desk = await openRunDesk(url);
    records = await openRecords(url, { enqueueFinish: async (run) => void finishing.push(run) });
  });

  afterAll(async () => {
    await records?.close();
    await desk?.close();
    server?.stop();
  });

  /** Plans a run of batches of two contracts each: C-0 and C-1, C-2 and C-3... */
  function plan(batches: number, held: readonly ListedPack[] = []): Promise<number> {
    return desk.draft(head, async (draft) => {
      const { run } = draft;
      await draft.addHeld(held.map((pack) => ({ shard: shardOf(pack.contract), pack })));
      await draft.addBatches(
        Array.from({ length: batches }, (_, index) => ({
          run,
          number: index + 1,
          contracts: 2,
          pages: 8,
          object: digest,
        })),
      );
      await draft.close({ read: batches * 2 + held.length, held: held.length, batches });
      return run;
    });
  }

  const takeBatch = async (run: number, number: number): Promise<Batch> => {
    const taken = await records.take(run, number);
    return taken!.batch;
  };

  it('are prepared once, and may be prepared again', async () => {
    const run = await plan(1);
    await prepareRecords(server.urlOf('postgres'));
    expect(await records.run(run)).toEqual({ ...head, id: run, read: 2, held: 0, batches: 1 });
  });

  it('know nothing of a plan that did not come to its end', async () => {
    const before = await records.openRuns();
    const ended = desk.draft(head, async (draft) => {
      await draft.addBatches([{ run: draft.run, number: 1, contracts: 1, pages: 1, object: digest }]);
      throw new Error('killed');
    });
    await expect(ended).rejects.toThrow('killed');
    expect(await records.openRuns()).toEqual(before);
  });

  it('count a batch once, however often it is settled', async () => {
    const run = await plan(2);
    const batch = await takeBatch(run, 1);
    const settled = await Promise.all([1, 2, 3].map(() => records.settle(batch, settledOf('C-0', 'C-1'))));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await records.take(run, 1)).toBeUndefined();
    expect(await desk.counts(run)).toMatchObject({ settledBatches: 1, made: 2, read: 4 });
  });

  it('finish a run once, though its last batches are settled at one moment', async () => {
    const run = await plan(8);
    const batches = await Promise.all(Array.from({ length: 8 }, (_, index) => takeBatch(run, index + 1)));
    await Promise.all(
      batches.map((batch, i) => records.settle(batch, settledOf(`C-${i * 2}`, `C-${i * 2 + 1}`))),
    );
    expect(finishing.filter((one) => one === run)).toEqual([run]);
    await records.finish(run, digest);
    expect((await records.openRuns()).some(({ id }) => id === run)).toBe(false);
  });

  it('tell at which contract workers died, and nothing of one that was given back', async () => {
    const run = await plan(1);
    const batch = await takeBatch(run, 1);
    await records.trying(batch, 'C-0');
    expect((await records.take(run, 1))?.past).toEqual({ attempt: 2, deaths: new Map([['C-0', 1]]) });
    await records.trying(batch, "C-1 'quoted'");
    await records.giveBack(batch);
    expect((await records.take(run, 1))?.past).toEqual({ attempt: 3, deaths: new Map([['C-0', 1]]) });
    await records.trying(batch, 'C-0');
    expect((await records.take(run, 1))?.past.deaths).toEqual(new Map([['C-0', 2]]));
  });

  it('know of earlier runs what has a pack, the last of each contract, and of later runs nothing', async () => {
    const earlier = await plan(1);
    const middle = await plan(1);
    const later = await plan(1);
    const settle = async (run: number, ...packs: readonly ListedPack[]) => {
      const batch = await takeBatch(run, 1);
      await records.settle(
        batch,
        packs.map((pack) => ({ pack, attempt: 1 })),
      );
    };
    await settle(earlier, packOf('K-1', 'made', 'old'), packOf('K-2'));
    await settle(later, packOf('K-1', 'made', 'new'), packOf('K-2', 'failed'));
    expect((await records.known(middle, ['K-1', 'K-2', 'K-3'])).get('K-1')).toMatchObject({ key: 'old' });
    const known = await records.known(later + 1, ['K-1', 'K-2', 'K-3']);
    expect([...known.keys()].sort()).toEqual(['K-1', 'K-2']);
    expect(known.get('K-1')).toEqual({ ...entryOf('K-1', 'new'), run: later });
    expect(known.get('K-2')).toMatchObject({ run: earlier });
  });

  it('list all contracts of a run by shard and line, those held at their rows too', async () => {
    const held = [packOf('', 'held'), packOf('C-900', 'held'), packOf('C-900', 'held')];
    const rows = held.map((pack, index) => ({ ...pack, line: 1000 + index }));
    const run = await plan(1, rows);
    await records.settle(await takeBatch(run, 1), settledOf('C-0', 'C-1'));
    const listed: ListedPack[] = [];
    const shards: string[] = [];
    for await (const { shard, line } of records.packs(run)) {
      shards.push(shard);
      listed.push(JSON.parse(line) as ListedPack);
    }
    expect(shards).toEqual(shards.toSorted());
    expect(shards).toEqual(listed.map(({ contract }) => shardOf(contract)));
    const byLine = listed.toSorted((a, b) => a.line! - b.line!);
    expect(byLine).toEqual([packOf('C-0'), packOf('C-1'), ...rows]);
    expect(await desk.withoutPack(run)).toEqual(rows);
  });

  it('forget runs that are through, and none that is open', async () => {
    const open = await plan(1);
    for (let more = 0; more < 2; more++) await records.finish(await plan(0), digest);
    await desk.forget(1);
    expect(await records.run(open)).toBeDefined();
    expect(await records.run(open + 1)).toBeUndefined();
    expect(await records.run(open + 2)).toBeDefined();
  });

  it('outlive a server that is cut off, without a word to who asks', async () => {
    const run = await plan(1);
    const batch = await takeBatch(run, 1);
    server.restart();
    expect(await records.settle(batch, settledOf('C-0', 'C-1'))).toBe(true);
    expect(await desk.counts(run)).toMatchObject({ made: 2 });
  });

  it('are refused where nobody prepared them, and where a newer program did', async () => {
    const owner = openDatabase(server.urlOf('postgres'));
    await owner.query('CREATE DATABASE other');
    await owner.close();
    const url = server.urlOf('postgres', 'other');
    await expect(openRunDesk(url)).rejects.toThrow(/has no tables for runs yet.*annex pack --prepare/);
    await prepareRecords(url);
    const other = openDatabase(url);
    await other.query('UPDATE annex.version SET version = 99');
    await other.close();
    await expect(openRunDesk(url)).rejects.toThrow(/prepared by a newer annex: its tables are of version 99/);
    await expect(prepareRecords(url)).rejects.toThrow(/prepared by a newer annex/);
  });
});

const entryOf = (contract: string, key: string) => {
  const { files, state } = packOf(contract);
  return { contract, state, key, files, attempt: 1 };
};
