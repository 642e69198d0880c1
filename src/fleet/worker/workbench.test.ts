import { describe, expect, it } from 'vitest';
import { contract, type Fleet, Killed, planFleet, shift, some } from './fixture.ts';
import { work } from './worker.ts';

/** Works on with new workers, each of which a death ends, until one comes to its end. */
async function workThroughDeaths({ tools }: Fleet): Promise<number> {
  for (let deaths = 0; ; deaths++) {
    try {
      await work(tools, shift());
      return deaths;
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown;
    }
  }
}

const kindsOf = ({ told }: Fleet) => told.map(({ kind }) => kind);
const files = ({ store }: Fleet) => [...store.objects.keys()].sort();

describe('a worker', () => {
  it('settles every contract of every batch once, whatever became of it', async () => {
    const fleet = await planFleet([
      some('a', 'b'),
      [contract('c', 'held'), contract('d', 'bug'), contract('e')],
    ]);
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'c: held', 'd: failed', 'e: made']);
    expect(fleet.records.settledPacks.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('has put all that it settles into the store', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    await work(fleet.tools, shift());
    const digests = fleet.records.settledPacks.flatMap(({ pack }) => pack.files.map(({ sha256 }) => sha256));
    expect(digests).toHaveLength(6);
    expect(digests.every((digest) => fleet.store.objects.has(digest))).toBe(true);
  });

  it('makes nothing again that an earlier run made and the store still holds', async () => {
    const first = await planFleet([some('a', 'b')]);
    await work(first.tools, shift());
    const fleet = await planFleet([some('a', 'b')]);
    for (const { pack, attempt } of first.records.settledPacks)
      fleet.records.earlier.set(pack.contract, { ...pack, state: 'made', run: 0, attempt, reason: '' });
    for (const { sha256 } of first.records.settledPacks[0]!.pack.files)
      fleet.store.objects.set(sha256, first.store.objects.get(sha256)!);
    await work(fleet.tools, shift());
    expect(fleet.press.bound).toEqual(['b']);
    expect(fleet.records.states()).toEqual(['a: reused', 'b: made']);
  });

  it('opens the press of a run once for all of its batches', async () => {
    const fleet = await planFleet([some('a'), some('b'), some('c')]);
    await work(fleet.tools, shift());
    expect(kindsOf(fleet).filter((kind) => kind === 'run-opened')).toHaveLength(1);
  });

  it('writes the manifest when it is asked to finish a run', async () => {
    const fleet = await planFleet([some('a')]);
    fleet.queue.toFinish.push(1);
    await work(fleet.tools, shift());
    expect([...fleet.records.finished]).toEqual([1]);
    expect(kindsOf(fleet)).toContain('run-finished');
  });
});

describe('a worker with two batches', () => {
  it('makes one while the other waits for its turn, and settles both', async () => {
    const fleet = await planFleet([some('a', 'b'), some('c', 'd'), some('e')]);
    fleet.queue.atOnce = 2;
    await work(fleet.tools, shift());
    expect(fleet.press.bound).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'c: made', 'd: made', 'e: made']);
    expect(kindsOf(fleet).slice(1, 3)).toEqual(['batch-taken', 'batch-taken']);
  });

  it('gives back at once the one that waits, when it is ended', async () => {
    const fleet = await planFleet([some('a', 'b'), some('c')]);
    fleet.queue.atOnce = 2;
    const stop = new AbortController();
    fleet.press.onBind = () => stop.abort();
    await work(fleet.tools, shift({ stop: stop.signal, grace: 60 }));
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
    expect(fleet.queue.waiting).toEqual([{ run: 1, number: 2, tries: 0 }]);
  });

  it('goes on with the one where the other cannot be made', async () => {
    const fleet = await planFleet([some('a'), some('c')]);
    fleet.queue.atOnce = 2;
    const known = fleet.records.known.bind(fleet.records);
    let asked = 0;
    fleet.records.known = async (run, contracts) => {
      if (asked++ === 0) fleet.store.faults = 1;
      return known(run, contracts);
    };
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: made', 'c: made']);
    expect(fleet.queue.reasons).toEqual(['The store answers 503.']);
  });
});

describe('a batch that comes twice', () => {
  it('is made once where it was settled before', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    fleet.queue.waiting.push({ run: 1, number: 1, tries: 0 });
    await work(fleet.tools, shift());
    expect(fleet.press.bound).toEqual(['a', 'b']);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
  });

  it('counts once where two workers make it at once, and both put the same bytes', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    const [held] = fleet.records.batches.values();
    let bytes: string[] = [];
    // Another worker settles it while this one is at its last contract.
    fleet.press.onBind = (id) => {
      if (id !== 'b' || held!.settled) return;
      held!.settled = true;
      bytes = files(fleet);
    };
    await work(fleet.tools, shift());
    expect(fleet.records.settledPacks).toEqual([]);
    expect(fleet.told).toContainEqual(expect.objectContaining({ kind: 'batch-settled', isFirst: false }));
    expect(bytes.every((digest) => files(fleet).includes(digest))).toBe(true);
  });
});

describe('a contract at which workers die', () => {
  it('fails alone after three deaths, with its line, and all others are made', async () => {
    const fleet = await planFleet([[contract('a'), contract('poison', 'P', 7), contract('b')], some('c')]);
    fleet.records.batches.get('1/1')!.attempt = 1;
    fleet.records.deadly = ['poison'];
    expect(await workThroughDeaths(fleet)).toBe(3);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'c: made', 'poison: failed']);
    const { pack } = fleet.records.settledPacks.find(({ pack }) => pack.contract === 'poison')!;
    expect(pack).toMatchObject({ line: 7, reason: 'Its worker ended 3 times while it was made.', files: [] });
    expect(fleet.told).toContainEqual({ kind: 'isolated', contract: 'poison', line: 7 });
  });

  it('is found beside another', async () => {
    const fleet = await planFleet([some('a', 'p1', 'b', 'p2')]);
    fleet.records.batches.get('1/1')!.attempt = 1;
    fleet.records.deadly = ['p1', 'p2'];
    expect(await workThroughDeaths(fleet)).toBe(6);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'p1: failed', 'p2: failed']);
  });

  it('is none whose pack was made, whatever its worker dies of while it settles', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    fleet.records.batches.get('1/1')!.attempt = 1;
    const settle = fleet.records.settle.bind(fleet.records);
    let deaths = 0;
    fleet.records.settle = async (batch, packs) => {
      if (deaths++ < 4) throw fleet.records.die();
      return settle(batch, packs);
    };
    expect(await workThroughDeaths(fleet)).toBe(4);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
  });

  it('is not looked for while nothing went wrong', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    await work(fleet.tools, shift());
    expect(fleet.records.tried).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('has its batch tried again, and nobody is to blame', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    const take = fleet.records.take.bind(fleet.records);
    let taken = 0;
    fleet.records.take = async (run, number) => {
      if (taken++ < 2) fleet.store.faults = 1;
      return take(run, number);
    };
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
    expect(fleet.queue.reasons).toEqual(['The store answers 503.', 'The store answers 503.']);
    expect(fleet.records.deaths.size).toBe(0);
    expect(kindsOf(fleet)).toContain('batch-given-back');
  });

  it('settles nothing of which the last bytes are not kept', async () => {
    const fleet = await planFleet([some('a')]);
    const put = fleet.store.put.bind(fleet.store);
    let failed = 0;
    // The last of three files: the fault comes out when all that is under way is awaited.
    fleet.store.put = async (digest, pieces) => {
      await new Promise(setImmediate);
      if (fleet.store.objects.size === 4 && failed++ === 0) fleet.store.faults = 1;
      await put(digest, pieces);
    };
    await work(fleet.tools, shift());
    expect(fleet.queue.reasons).toEqual(['The store answers 503.']);
    expect(fleet.records.states()).toEqual(['a: made']);
  });

  it('until its batch was tried as often as may be, and then not, has the packs made', async () => {
    const fleet = await planFleet([some('a')]);
    fleet.queue.mostTries = 1;
    const take = fleet.records.take.bind(fleet.records);
    let taken = 0;
    fleet.records.take = async (run, number) => {
      if (taken++ === 0) fleet.store.faults = 1;
      return take(run, number);
    };
    await work(fleet.tools, shift());
    expect(fleet.queue.reasons).toEqual(['The store answers 503.']);
    expect(fleet.records.states()).toEqual(['a: made']);
  });

  it('for good has the contracts of the batch fail, with the reason', async () => {
    const fleet = await planFleet([some('a', 'b'), some('c')]);
    fleet.queue.mostTries = 2;
    const put = fleet.store.put.bind(fleet.store);
    const isOfA = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces).includes('pdf of a');
    fleet.store.put = async (digest, pieces) => {
      if (isOfA(pieces)) fleet.store.faults = 1;
      await put(digest, pieces);
    };
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: failed', 'b: failed', 'c: made']);
    const reasons = fleet.records.settledPacks.map(({ pack }) => pack.reason);
    expect(reasons).toContain('It was tried as often as may be: The store answers 503.');
    expect(kindsOf(fleet)).toContain('batch-buried');
  });
});

describe('a database that fails', () => {
  it('has the batch tried again, and the same packs settled once', async () => {
    const fleet = await planFleet([some('a', 'b')]);
    fleet.records.faults = 1;
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
    expect(fleet.records.settledPacks.every(({ attempt }) => attempt === 2)).toBe(true);
  });
});
