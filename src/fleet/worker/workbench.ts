import { setTimeout } from 'node:timers/promises';
import { type SharedStore, StoreFault } from '../../store/store.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import type { Batch, FleetRun, Queue, Records } from '../records.ts';
import type { Tell } from './events.ts';
import { failContract, makeBatch, readContracts } from './make-batch.ts';
import { type OpenPress, Presses } from './presses.ts';
import { secondsSince } from './seconds.ts';
import { Turns } from './turns.ts';

/** What a worker works with. */
export type WorkerTools = {
  /** Digest of this program: runs that another one planned are not for it. */
  readonly program: string;
  readonly records: Records;
  readonly queue: Queue;
  readonly store: SharedStore;
  readonly openPress: OpenPress;
  /** Writes the manifest of a run of which all batches are settled, and says in the records that it is through. */
  readonly writeManifest: (run: FleetRun) => Promise<unknown>;
  readonly tell: Tell;
  /** Milliseconds that a batch is held which the store refused, so that a worker without a store does not take all there are. */
  readonly pauseAfterFault?: number;
};

const usualPause = 5000;

/** A worker ends while a batch is under hand, which somebody else will make. */
export class GivenBack extends Error {
  override name = 'GivenBack';
}

/** How the work at a workbench ends. */
export type Ends = {
  /** Nothing more is begun; what waits for its turn is given back. */
  readonly stop: AbortSignal;
  /** What is being made is given back. */
  readonly giveBack: AbortSignal;
};

/**
 * Where one worker makes its batches. The queue may hand out a second one while the first is made: it is fetched meanwhile, and
 * made while the first is settled.
 */
export class Workbench {
  /** Why this machine cannot make the packs of a run; others may. */
  unfit: WorkspaceFault | undefined;
  private readonly tools: WorkerTools;
  private readonly ends: Ends;
  private readonly turns = new Turns();
  private readonly onUnfit: (fault: WorkspaceFault) => void;
  private readonly presses: Presses;
  private readonly runs = new Map<number, FleetRun>();

  constructor(tools: WorkerTools, ends: Ends, onUnfit: (fault: WorkspaceFault) => void) {
    this.tools = tools;
    this.ends = ends;
    this.onUnfit = onUnfit;
    this.presses = new Presses(tools.store, tools.openPress, tools.tell);
  }

  /** Opens the press of a run before any batch of it is taken. Throws StoreFault, WorkspaceFault. */
  async tryOut(run: FleetRun): Promise<void> {
    await this.presses.of(run);
  }

  /** Makes a batch and settles it. What is thrown has it tried again. */
  async make(id: number, number: number): Promise<'made' | 'given back'> {
    if (this.ends.giveBack.aborted || this.unfit !== undefined) return 'given back';
    const { records, store, tell } = this.tools;
    const taken = await records.take(id, number);
    // It was settled before, or its run was forgotten.
    if (taken === undefined) return 'made';
    const { batch, past } = taken;
    let begun = performance.now();
    const inTurn = <T>(action: () => Promise<T>) =>
      this.turns.take(() => {
        if (this.ends.stop.aborted) throw new GivenBack('The worker ends.');
        begun = performance.now();
        return action();
      });
    tell({ kind: 'batch-taken', batch, attempt: past.attempt });
    try {
      const press = await this.presses.of(await this.runOf(id));
      const signal = this.ends.giveBack;
      const packs = await makeBatch(batch, past, { press, records, store, tell, signal, inTurn });
      const isFirst = await records.settle(batch, packs);
      tell({ kind: 'batch-settled', batch, seconds: secondsSince(begun), isFirst });
      return 'made';
    } catch (thrown) {
      await this.giveBack(batch, thrown);
      // Nothing is wrong with the batch where it is this worker that ends.
      if (thrown instanceof GivenBack || thrown instanceof WorkspaceFault) return 'given back';
      if (thrown instanceof StoreFault) await this.pause();
      throw thrown;
    }
  }

  /** Settles the contracts of a batch as failed, where it cannot be made this last time either. */
  async bury(run: number, number: number, reason: string): Promise<void> {
    const { records, store, tell } = this.tools;
    const became = await this.make(run, number).catch(() => 'failed' as const);
    if (became === 'made') return;
    if (became === 'given back') throw new GivenBack('The worker ends.');
    const taken = await records.take(run, number);
    if (taken === undefined) return;
    const { batch, past } = taken;
    const why = `It was tried as often as may be: ${reason}`;
    const contracts = await readContracts(batch, store);
    const packs = contracts.map((contract) => ({
      pack: failContract(contract, why),
      attempt: past.attempt,
    }));
    if (!(await records.settle(batch, packs))) return;
    for (const _ of packs) tell({ kind: 'pack', state: 'failed', seconds: undefined });
    tell({ kind: 'batch-buried', batch, reason });
  }

  async finish(id: number): Promise<void> {
    const run = await this.tools.records.run(id);
    // It was forgotten.
    if (run === undefined) return;
    await this.tools.writeManifest(run);
    this.runs.delete(id);
    this.tools.tell({ kind: 'run-finished', run: id });
  }

  /** The worker lives: what was under hand is not to blame. */
  private async giveBack(batch: Batch, thrown: unknown): Promise<void> {
    const { records, tell } = this.tools;
    tell({ kind: 'batch-given-back', batch, reason: messageOf(thrown) });
    if (thrown instanceof WorkspaceFault) {
      this.unfit = thrown;
      this.onUnfit(thrown);
    }
    // Where the records cannot be had either, the contract under hand counts as one at which a worker ended.
    await records.giveBack(batch).catch(() => {});
  }

  private async pause(): Promise<void> {
    const { pauseAfterFault = usualPause } = this.tools;
    await setTimeout(pauseAfterFault, undefined, { signal: this.ends.stop }).catch(() => {});
  }

  private async runOf(id: number): Promise<FleetRun> {
    const run = this.runs.get(id) ?? (await this.tools.records.run(id));
    if (run === undefined) throw new Error(`Run ${id} has batches, and the records do not know it.`);
    this.runs.set(id, run);
    return run;
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
