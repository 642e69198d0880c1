import { describe, expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { ReadContract } from '../../pack/contracts/read.ts';
import { readBatchContracts } from '../batch-contracts.ts';
import type { HeldRow } from '../database/plan.ts';
import type { Batch, QueuedBatch } from '../records.ts';
import { planRun } from './plan.ts';

const because: LocatedDiagnostic = {
  rule: 'contract-empty',
  severity: 'error',
  message: 'The contract has no customer.',
  hints: [],
  place: { file: 'contracts.csv', line: 3, column: 1 },
};

const rowOf = (index: number, product: string | undefined): ReadContract => {
  const id = `C-${index}`;
  const line = index + 2;
  if (product === undefined) return { id, line, contract: undefined, diagnostics: [because] };
  const members = [{ product, edition: undefined }];
  const contract = { id, customer: 'Acme', language: 'de', date: '2026-03-01', members, columns: {}, line };
  return { id, line, contract, diagnostics: [] };
};

/** Takes down what is planned, in the order in which it is. */
function notebook() {
  const noted = {
    batches: [] as Batch[],
    held: [] as HeldRow[],
    queued: [] as QueuedBatch[],
    finishing: [] as number[],
    closed: undefined as { read: number; held: number; batches: number } | undefined,
    objects: new Map<string, Uint8Array>(),
    /** How many rows came at once, at most. */
    most: 0,
    reasons: 0,
    drained: false,
  };
  const tools = {
    draft: {
      run: 4,
      transaction: async () => ({ rows: [] }),
      addHeld: async (rows: readonly HeldRow[]) => {
        noted.most = Math.max(noted.most, rows.length);
        noted.held.push(...rows);
      },
      addBatches: async (batches: readonly Batch[]) => void noted.batches.push(...batches),
      close: async (counts: { read: number; held: number; batches: number }) => {
        noted.closed = counts;
      },
    },
    queue: {
      enqueue: async (batches: readonly QueuedBatch[]) => void noted.queued.push(...batches),
      enqueueFinish: async (run: number) => void noted.finishing.push(run),
    },
    store: {
      put: async (digest: string, pieces: readonly Uint8Array[]) =>
        void noted.objects.set(digest, Buffer.concat(pieces)),
      drain: async () => {
        noted.drained = true;
      },
    },
    pagesOf: () => 4,
    onHeld: () => {
      noted.reasons++;
    },
  };
  return { noted, tools };
}

function* rows(count: number, productOf: (index: number) => string | undefined): Generator<ReadContract> {
  for (let index = 0; index < count; index++) yield rowOf(index, productOf(index));
}

describe('a plan', () => {
  it('accounts for every contract: held with its reason, or in one batch that is queued and stored', async () => {
    const { noted, tools } = notebook();
    const planned = await planRun(
      rows(5000, (index) => (index % 2 === 0 ? undefined : index % 3 === 0 ? 'mail' : 'hosting')),
      tools,
    );
    expect(planned).toEqual({ run: 4, read: 5000, held: 2500, batches: noted.batches.length });
    expect(noted.closed).toEqual({ read: 5000, held: 2500, batches: noted.batches.length });
    const made = noted.batches.flatMap(({ object }) => readBatchContracts(noted.objects.get(object)!));
    expect(new Set([...made.map(({ id }) => id), ...noted.held.map(({ pack }) => pack.contract)]).size).toBe(
      5000,
    );
    expect(noted.held[0]!.pack).toMatchObject({ state: 'held', reason: because.message, line: 2 });
    expect(noted.queued.map(({ number }) => number)).toEqual(noted.batches.map(({ number }) => number));
    expect(noted).toMatchObject({ reasons: 2500, drained: true, finishing: [] });
  });

  it('writes held rows many at a time, and never all of them at once', async () => {
    const { noted, tools } = notebook();
    await planRun(
      rows(3500, () => undefined),
      tools,
    );
    expect(noted.held).toHaveLength(3500);
    expect(noted.most).toBe(1000);
  });

  it('of no batch at all is finished at once', async () => {
    const { noted, tools } = notebook();
    await planRun(
      rows(3, () => undefined),
      tools,
    );
    expect(noted).toMatchObject({ finishing: [4], queued: [] });
  });

  it('ends with the signal, before it is closed', async () => {
    const { noted, tools } = notebook();
    const controller = new AbortController();
    const all = rows(5000, (index) => {
      if (index === 1500) controller.abort(new Error('ended'));
      return 'mail';
    });
    await expect(planRun(all, { ...tools, signal: controller.signal })).rejects.toThrow('ended');
    expect(noted.closed).toBeUndefined();
  });
});
