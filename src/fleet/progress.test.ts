import { describe, expect, it } from 'vitest';
import { measureProgress, type RunCounts } from './progress.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1000);

const planned: RunCounts = {
  run: 7,
  program: 'a'.repeat(64),
  read: 1000,
  inBatches: 990,
  batches: 5,
  settledBatches: 0,
  underHand: 0,
  triedAgain: 0,
  made: 0,
  reused: 0,
  held: 10,
  failed: 0,
  settledLately: 0,
  lately: 300,
  now: at(10),
  planned: at(0),
  firstTaken: undefined,
  lastSettled: undefined,
  finished: undefined,
  manifest: undefined,
};

const running: RunCounts = {
  ...planned,
  settledBatches: 2,
  made: 380,
  reused: 10,
  held: 17,
  failed: 3,
  settledLately: 400,
  firstTaken: at(20),
  lastSettled: at(55),
  now: at(60),
};

describe('the progress of a run', () => {
  it('is nothing while no batch was taken', () => {
    const { state, rate, secondsLeft, reconciliation } = measureProgress(planned);
    expect({ state, rate, secondsLeft }).toEqual({ state: 'planned', rate: 0, secondsLeft: undefined });
    expect(reconciliation).toEqual({ read: 1000, made: 0, reused: 0, held: 10, failed: 0, open: 990 });
  });

  it('is measured from its beginning while it is young', () => {
    const { state, rate, secondsLeft, reconciliation } = measureProgress(running);
    expect({ state, rate, secondsLeft }).toEqual({ state: 'running', rate: 10, secondsLeft: 59 });
    expect(reconciliation.open).toBe(590);
  });

  it('is measured by what was done of late when it is older', () => {
    const { rate } = measureProgress({ ...running, now: at(3620), settledLately: 30 });
    expect(rate).toBe(0.1);
  });

  it('knows no time that is left while nothing is made', () => {
    expect(measureProgress({ ...running, now: at(3620), settledLately: 0 }).secondsLeft).toBeUndefined();
  });

  it('is measured over all of it when it is through, whenever it is asked for', () => {
    const settled = { ...running, settledBatches: 5, made: 970, now: at(90_000), lastSettled: at(119) };
    expect(measureProgress(settled)).toMatchObject({ state: 'finishing', rate: 10, secondsLeft: 0 });
    expect(measureProgress({ ...settled, finished: at(121) })).toMatchObject({ state: 'done', rate: 10 });
  });

  it('is finishing at once where all contracts are held at their rows', () => {
    const held = { ...planned, batches: 0, inBatches: 0, held: 1000 };
    expect(measureProgress(held)).toMatchObject({ state: 'finishing', secondsLeft: 0 });
  });
});
