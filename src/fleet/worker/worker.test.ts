import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import { type Fleet, planFleet, shift, some } from './fixture.ts';
import { ProgramRefused, work } from './worker.ts';

/** A queue as a server's: it waits for more until the signal. */
function waitForSignal(queue: Fleet['queue']): Fleet['queue']['work'] {
  const handOut = queue.work.bind(queue);
  return async (handlers, signal) => {
    await handOut(handlers, signal);
    if (!signal.aborted) await once(signal, 'abort');
  };
}

describe('a worker that is ended', () => {
  it('finishes what is under hand where the grace allows, and takes nothing more', async () => {
    const fleet = await planFleet([some('a', 'b', 'c'), some('d')]);
    const stop = new AbortController();
    fleet.press.onBind = (id) => {
      if (id === 'b') stop.abort();
    };
    await work(fleet.tools, shift({ stop: stop.signal, grace: 60 }));
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'c: made']);
    expect(fleet.queue.waiting).toHaveLength(1);
    expect(fleet.told).toContainEqual({ kind: 'draining', seconds: 60 });
  });

  it('gives back what is under hand when the grace is over, and nobody died of it', async () => {
    const fleet = await planFleet([some('a', 'b', 'c')]);
    fleet.records.batches.get('1/1')!.attempt = 1;
    const stop = new AbortController();
    fleet.press.onBind = (id) => {
      if (id !== 'b') return;
      stop.abort();
      // The grace of no time is over when the event loop turns.
      const end = performance.now() + 20;
      while (performance.now() < end);
    };
    await work(fleet.tools, shift({ stop: stop.signal, grace: 0 }));
    expect(fleet.records.states()).toEqual([]);
    expect(fleet.press.bound).toEqual(['a', 'b']);
    expect(fleet.queue.waiting).toEqual([{ run: 1, number: 1, tries: 0 }]);
    fleet.press.onBind = () => {};
    await work(fleet.tools, shift());
    expect(fleet.records.deaths.size).toBe(0);
    expect(fleet.records.states()).toEqual(['a: made', 'b: made', 'c: made']);
  });
});

describe('a run that was forgotten', () => {
  it('has its jobs end without a word', async () => {
    const fleet = await planFleet([some('a'), some('b')]);
    fleet.records.runs.clear();
    fleet.records.batches.clear();
    fleet.queue.toFinish.push(1);
    await work(fleet.tools, shift());
    expect(fleet.queue.reasons).toEqual([]);
    expect(fleet.told).toEqual([]);
  });
});

describe('a machine that cannot make the packs of a run', () => {
  it('gives the batch back, for others can, and ends with the reason', async () => {
    const fleet = await planFleet([some('a'), some('b')]);
    const openPress = () => {
      throw new WorkspaceFault('x', 'A font is not installed here.');
    };
    // The run is planned when the worker is there already.
    fleet.records.openRuns = async () => [];
    await expect(work({ ...fleet.tools, openPress }, shift())).rejects.toThrow(
      'A font is not installed here.',
    );
    expect(fleet.queue.waiting).toHaveLength(2);
    expect(fleet.records.states()).toEqual([]);
    await work(fleet.tools, shift());
    expect(fleet.records.states()).toEqual(['a: made', 'b: made']);
  });
});

describe('a worker that cannot get what packs are made from', () => {
  it('takes nothing, and ends with the reason', async () => {
    const fleet = await planFleet([some('a')]);
    fleet.store.faults = 1;
    await expect(work(fleet.tools, shift())).rejects.toThrow('The store answers 503.');
    expect(fleet.told).toEqual([]);
    expect(fleet.queue.waiting).toHaveLength(1);
  });

  it('lets a store that fails keep no batch to itself: each is held a while', async () => {
    const fleet = await planFleet([some('a'), some('b')]);
    fleet.records.openRuns = async () => [];
    fleet.store.faults = 1000;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    await work({ ...fleet.tools, pauseAfterFault: 60_000 }, shift({ stop: stop.signal }));
    expect(fleet.queue.reasons).toEqual(['The store answers 503.']);
  });
});

describe('runs of another program', () => {
  const other = 'b'.repeat(64);

  it('are refused where there are no others', async () => {
    const fleet = await planFleet([some('a')], other);
    await expect(work(fleet.tools, shift())).rejects.toThrow(ProgramRefused);
    await expect(work(fleet.tools, shift())).rejects.toThrow(
      /Run 1 was planned by another version .*\(b{16}; this is a{16}\)/,
    );
    expect(fleet.press.bound).toEqual([]);
  });

  it('are left alone beside runs of its own, and that is said', async () => {
    const fleet = await planFleet([some('a')]);
    fleet.records.runs.set(2, { ...fleet.records.runs.get(1)!, id: 2, program: other });
    await work(fleet.tools, shift());
    expect(fleet.told).toContainEqual({ kind: 'runs-left', runs: [2] });
    expect(fleet.records.states()).toEqual(['a: made']);
  });
});

describe('a worker that works until all is done', () => {
  it('ends at once where no run is open', async () => {
    const fleet = await planFleet([some('a')]);
    fleet.records.finished.add(1);
    await work(fleet.tools, shift({ untilDone: true }));
    expect(fleet.press.bound).toEqual([]);
  });

  it('ends without delay when it finished the last run itself', async () => {
    const fleet = await planFleet([some('a')]);
    const { queue } = fleet;
    const begun = performance.now();
    queue.toFinish.push(1);
    queue.work = waitForSignal(queue);
    await work(fleet.tools, shift({ untilDone: true }));
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(fleet.records.states()).toEqual(['a: made']);
  });

  it('ends when the last run of its program is through, and not before', async () => {
    const fleet = await planFleet([some('a')]);
    const { queue, records } = fleet;
    const waits = waitForSignal(queue);
    queue.work = async (handlers, signal) => {
      setTimeout(() => {
        expect(records.states()).toEqual(['a: made']);
        records.finished.add(1);
      }, 500);
      await waits(handlers, signal);
    };
    await work(fleet.tools, shift({ untilDone: true }));
    expect([...records.finished]).toEqual([1]);
  });
});
