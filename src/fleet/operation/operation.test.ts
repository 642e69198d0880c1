import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Batch } from '../records.ts';
import type { WorkerEvent } from '../worker/events.ts';
import { watchHealth } from './health.ts';
import { logEvents, openLog } from './log.ts';
import { openMetrics } from './metrics.ts';
import { answerWatchers } from './server.ts';

const batch: Batch = { run: 3, number: 7, contracts: 2, pages: 24, object: 'f'.repeat(64) };

/** One of each kind, of a batch that was tried twice. */
const night: readonly WorkerEvent[] = [
  { kind: 'runs-left', runs: [2] },
  { kind: 'batch-taken', batch, attempt: 1 },
  { kind: 'run-opened', run: 3, seconds: 0.25 },
  { kind: 'fault', of: 'store', message: 'The store answers 503.' },
  { kind: 'batch-given-back', batch, reason: 'The store answers 503.' },
  { kind: 'batch-taken', batch, attempt: 2 },
  { kind: 'isolated', contract: 'C-9', line: 12 },
  { kind: 'pack', state: 'failed', seconds: undefined },
  { kind: 'pack', state: 'made', seconds: 0.007 },
  { kind: 'stored', bytes: 1000 },
  { kind: 'batch-settled', batch, seconds: 1.23456, isFirst: true },
  { kind: 'batch-taken', batch, attempt: 3 },
  { kind: 'batch-settled', batch, seconds: 1, isFirst: false },
  { kind: 'batch-buried', batch, reason: 'gone' },
  { kind: 'run-finished', run: 3 },
  { kind: 'draining', seconds: 20 },
];

describe('the log of a worker', () => {
  const lines: Record<string, unknown>[] = [];
  const tell = logEvents(openLog({ write: (line: string) => void lines.push(JSON.parse(line)) }));
  for (const event of night) tell(event);

  it('is a line of JSON for what happened to a batch or a run, and none for a pack', () => {
    expect(lines.map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
      'warn: open runs of another program are left to its own workers',
      'info: run opened',
      'warn: request failed',
      'warn: batch given back',
      'error: contract failed: workers died while it was made',
      'info: batch settled',
      'info: batch had been settled by another worker',
      'error: batch tried as often as may be: its contracts failed',
      'info: run finished: its manifest is written',
      'info: ending: nothing more is taken',
    ]);
  });

  it('names the batch, the contract and its line', () => {
    expect(lines[4]).toMatchObject({ contract: 'C-9', line: 12 });
    expect(lines[5]).toMatchObject({ run: 3, batch: 7, seconds: 1.235, contracts: 2 });
    expect(lines.every(({ time }) => !Number.isNaN(Date.parse(String(time))))).toBe(true);
  });
});

describe('the metrics of a worker', () => {
  it('count what it told', async () => {
    const { count, print } = openMetrics();
    for (const event of night) count(event);
    const { text, type } = await print();
    expect(type).toMatch(/^text\/plain/);
    const own = text.split('\n').filter((line) => /^annex_(?!\w+_bucket)/.test(line));
    expect(own).toEqual([
      'annex_packs_total{state="failed"} 1',
      'annex_packs_total{state="made"} 1',
      'annex_pack_seconds_sum 0.007',
      'annex_pack_seconds_count 1',
      'annex_batches_total{outcome="given back"} 1',
      'annex_batches_total{outcome="settled"} 1',
      'annex_batches_total{outcome="settled before"} 1',
      'annex_batches_total{outcome="buried"} 1',
      'annex_batch_attempts_total{attempt="first"} 1',
      'annex_batch_attempts_total{attempt="again"} 2',
      'annex_batch_seconds_sum 2.23456',
      'annex_batch_seconds_count 2',
      'annex_batches_under_hand 0',
      'annex_pages_total 24',
      'annex_stored_bytes_total 1000',
      'annex_faults_total{of="store"} 1',
      'annex_contracts_isolated_total 1',
      'annex_runs_finished_total 1',
      'annex_draining 1',
    ]);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('are all described in docs/fleet.md', async () => {
    const { text } = await openMetrics().print();
    const names = [...text.matchAll(/^# HELP (annex_\w+)/gm)].map(([, name]) => name!);
    const page = readFileSync(join(import.meta.dirname, '../../../docs/fleet.md'), 'utf8');
    const described = [...page.matchAll(/^\| `(annex_\w+)` \|/gm)].map(([, name]) => name!);
    const roles = described.filter((name) => /^annex_(?:planner|worker|reader)$/.test(name));
    expect(described.filter((name) => !roles.includes(name)).sort()).toEqual(names.sort());
  });

  it('of two workers in one process are apart', async () => {
    const [one, other] = [openMetrics(), openMetrics()];
    one.count({ kind: 'stored', bytes: 5 });
    expect((await other.print()).text).toContain('annex_stored_bytes_total 0');
  });
});

describe('a worker is ready', () => {
  const answers = async () => {};
  const fails = async () => {
    throw new Error('down');
  };

  it('where database and store answer', async () => {
    const readiness = watchHealth({ database: answers, store: answers }, () => false);
    expect(await readiness()).toEqual({
      ready: true,
      database: 'reachable',
      store: 'reachable',
      draining: false,
    });
  });

  it.each([
    ['database', { database: fails, store: answers }],
    ['store', { database: answers, store: fails }],
  ] as const)('not without its %s', async (what, probes) => {
    const found = await watchHealth(probes, () => false)();
    expect(found).toMatchObject({ ready: false, [what]: 'unreachable' });
  });

  it('not while it ends', async () => {
    const readiness = watchHealth({ database: answers, store: answers }, () => true);
    expect(await readiness()).toMatchObject({ ready: false, draining: true });
  });

  it('not while an answer does not come, and whoever asks is not kept waiting', async () => {
    const database = vi.fn(() => new Promise(() => {}));
    const readiness = watchHealth({ database, store: answers }, () => false);
    const begun = performance.now();
    expect(await readiness()).toMatchObject({ ready: false, database: 'unreachable' });
    expect(performance.now() - begun).toBeLessThan(6000);
    await readiness();
    expect(database).toHaveBeenCalledTimes(1);
  }, 15_000);

  it('by one question to the database, however many ask at once', async () => {
    const database = vi.fn(answers);
    const readiness = watchHealth({ database, store: answers }, () => false);
    await Promise.all([readiness(), readiness(), readiness()]);
    await readiness();
    expect(database).toHaveBeenCalledTimes(1);
  });
});

describe('whoever watches over a worker', () => {
  const app = (ready: boolean) =>
    answerWatchers({
      readiness: async () => ({ ready, database: 'reachable', store: 'reachable', draining: !ready }),
      metrics: openMetrics(),
    });

  it('is told that it lives, though it is not ready', async () => {
    expect((await app(false).request('/health/live')).status).toBe(200);
  });

  it('is told by the status whether it is ready', async () => {
    expect((await app(true).request('/health/ready')).status).toBe(200);
    const answer = await app(false).request('/health/ready');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ready: false, draining: true });
  });

  it('reads its metrics, and nothing else', async () => {
    const answer = await app(true).request('/metrics');
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toContain('annex_packs_total');
    expect((await app(true).request('/')).status).toBe(404);
  });
});
