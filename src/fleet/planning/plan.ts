import { setImmediate } from 'node:timers/promises';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { ReadContract } from '../../pack/contracts/read.ts';
import type { PackSet } from '../../pack/press.ts';
import { digestPieces, type Objects } from '../../store/store.ts';
import type { HeldRow, RunDraft } from '../database/plan.ts';
import { shardOf } from '../manifest/tree.ts';
import type { Batch, QueueInlet } from '../records.ts';
import { BatchCutter, type CutBatch } from './batches.ts';

export type PlanTools = {
  readonly draft: RunDraft;
  readonly queue: Pick<QueueInlet, 'enqueue' | 'enqueueFinish'>;
  /** Gets the contracts of each batch; what it accepted, it may still be putting. */
  readonly store: Pick<Objects, 'put'> & { readonly drain: () => Promise<void> };
  /** How many pages a pack of a set comes to. */
  readonly pagesOf: (set: PackSet) => number;
  /** Why a contract is held at its row. */
  readonly onHeld: (because: readonly LocatedDiagnostic[]) => void;
  readonly onProgress?: ((read: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** A run as it was planned. */
export type PlannedRun = {
  readonly run: number;
  readonly read: number;
  readonly held: number;
  readonly batches: number;
};

/** Rows that go into the database in one statement. */
const atOnce = 1000;

/**
 * Plans the packs of contracts: batches into records, queue and store, row by row and holding few of them. Nothing of it
 * counts before the draft's transaction is through. Throws QueueFault, StoreFault, and the reason of the signal.
 */
export async function planRun(contracts: Iterable<ReadContract>, tools: PlanTools): Promise<PlannedRun> {
  const planning = new Planning(tools);
  for (const row of contracts) {
    planning.read++;
    if (planning.read % atOnce === 0) await comeUpForAir(planning.read, tools);
    if (row.contract === undefined) await planning.hold(row);
    else await planning.put(planning.cutter.add(row.contract));
  }
  await planning.put(planning.cutter.close());
  return planning.close();
}

/** Lets a signal arrive, and tells how far the reading is. */
async function comeUpForAir(read: number, { signal, onProgress }: PlanTools): Promise<void> {
  onProgress?.(read);
  await setImmediate();
  signal?.throwIfAborted();
}

class Planning {
  readonly cutter: BatchCutter;
  read = 0;
  private held = 0;
  private batches = 0;
  private readonly tools: PlanTools;
  private heldRows: HeldRow[] = [];
  private rows: Batch[] = [];

  constructor(tools: PlanTools) {
    this.tools = tools;
    this.cutter = new BatchCutter(tools.pagesOf);
  }

  async hold({ id, line, diagnostics }: ReadContract): Promise<void> {
    this.held++;
    this.tools.onHeld(diagnostics);
    const reason = diagnostics[0]!.message;
    const pack = { contract: id, line, state: 'held', reason, members: [], files: [], key: '' } as const;
    this.heldRows.push({ shard: shardOf(id), pack });
    if (this.heldRows.length >= atOnce) await this.flushHeld();
  }

  async put(cut: readonly CutBatch[]): Promise<void> {
    for (const { lines, pages } of cut) {
      const bytes = Buffer.from(lines.join(''));
      const object = digestPieces([bytes]);
      await this.tools.store.put(object, [bytes]);
      this.batches++;
      const { run } = this.tools.draft;
      this.rows.push({ run, number: this.batches, contracts: lines.length, pages, object });
    }
    if (this.rows.length >= atOnce) await this.flushBatches();
  }

  async close(): Promise<PlannedRun> {
    const { draft, queue, store } = this.tools;
    await this.flushHeld();
    await this.flushBatches();
    const counts = { read: this.read, held: this.held, batches: this.batches };
    await draft.close(counts);
    if (this.batches === 0) await queue.enqueueFinish(draft.run, draft.transaction);
    // Who gets a batch finds its contracts.
    await store.drain();
    this.tools.signal?.throwIfAborted();
    return { run: draft.run, ...counts };
  }

  private async flushHeld(): Promise<void> {
    if (this.heldRows.length > 0) await this.tools.draft.addHeld(this.heldRows);
    this.heldRows = [];
  }

  private async flushBatches(): Promise<void> {
    const { draft, queue } = this.tools;
    const rows = this.rows;
    this.rows = [];
    if (rows.length === 0) return;
    await draft.addBatches(rows);
    const queued = rows.map(({ run, number, pages, contracts }) => ({
      run,
      number,
      priority: Math.round(pages / contracts),
    }));
    await queue.enqueue(queued, draft.transaction);
  }
}
