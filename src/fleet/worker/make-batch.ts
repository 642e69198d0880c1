import type { Contract } from '../../pack/contract.ts';
import type { ReadContract } from '../../pack/contracts/read.ts';
import type { LedgerEntry } from '../../pack/ledger.ts';
import type { ListedPack } from '../../pack/manifest.ts';
import { runPacks } from '../../pack/run.ts';
import type { SharedStore } from '../../store/store.ts';
import { readBatchContracts } from '../batch-contracts.ts';
import type { Batch, BatchPast, Records, SettledPack } from '../records.ts';
import { BatchLedger } from './batch-ledger.ts';
import type { Tell } from './events.ts';
import { openPackStore } from './pack-store.ts';
import type { RunPress } from './presses.ts';
import { secondsSince } from './seconds.ts';

/** A contract at which so many workers died is made no more. */
const mostDeaths = 3;

/** What a batch is made with. */
export type BatchTools = {
  readonly press: RunPress;
  readonly records: Pick<Records, 'known' | 'trying' | 'giveBack'>;
  readonly store: SharedStore;
  readonly tell: Tell;
  /** Ends the making between two contracts: it throws the reason. */
  readonly signal: AbortSignal;
  /** Makes packs when nobody else in this process does: what is waited for before and after does not keep others waiting. */
  readonly inTurn: <T>(action: () => Promise<T>) => Promise<T>;
};

/**
 * Makes the packs of a batch and puts them into the store; nothing is settled yet. Where a batch was tried before, each
 * contract is noted before it is made, so that one at which workers die is found, and fails alone.
 *
 * Throws StoreFault, QueueFault, and the reason of the signal.
 */
export async function makeBatch(batch: Batch, past: BatchPast, tools: BatchTools): Promise<SettledPack[]> {
  const contracts = await readContracts(batch, tools.store);
  const isDeadly = ({ id }: Contract) => (past.deaths.get(id) ?? 0) >= mostDeaths;
  const sound = contracts.filter((contract) => !isDeadly(contract));
  const earlier = await tools.records.known(
    batch.run,
    sound.map(({ id }) => id),
  );
  const making = new Making(batch, past.attempt, earlier, tools);
  for (const contract of contracts.filter(isDeadly)) making.isolate(contract, past);
  await tools.inTurn(() =>
    past.attempt === 1 ? making.make(sound) : making.makeOneByOne(inOrderOfDeaths(sound, past)),
  );
  return making.finish();
}

/** The contracts of a batch. Throws StoreFault. */
export async function readContracts(batch: Batch, store: SharedStore): Promise<Contract[]> {
  return readBatchContracts(await store.get(batch.object));
}

/** A worker that will die again does so at once, and not after it made all others once more. */
function inOrderOfDeaths(contracts: readonly Contract[], { deaths }: BatchPast): Contract[] {
  const deathsOf = ({ id }: Contract) => deaths.get(id) ?? 0;
  return contracts.toSorted((a, b) => deathsOf(b) - deathsOf(a));
}

/** A contract without a pack, for a reason that is none of its own. */
export function failContract({ id, customer, language, line }: Contract, reason: string): ListedPack {
  return { contract: id, customer, language, line, state: 'failed', reason, members: [], files: [], key: '' };
}

class Making {
  private readonly batch: Batch;
  private readonly attempt: number;
  private readonly tools: BatchTools;
  private readonly store: ReturnType<typeof openPackStore>;
  private readonly ledger: BatchLedger;
  private readonly settled: SettledPack[] = [];
  /** When the contract under hand was begun. */
  private begun = 0;

  constructor(batch: Batch, attempt: number, earlier: ReadonlyMap<string, LedgerEntry>, tools: BatchTools) {
    const { tell } = tools;
    this.batch = batch;
    this.attempt = attempt;
    this.tools = tools;
    this.store = openPackStore(tools.store, (bytes) => tell({ kind: 'stored', bytes }));
    this.ledger = new BatchLedger(batch.run, earlier, ({ state }) => {
      const seconds = state === 'made' ? secondsSince(this.begun) : undefined;
      if (state !== 'gone') tell({ kind: 'pack', state, seconds });
    });
  }

  isolate(contract: Contract, { deaths }: BatchPast): void {
    const { id, line } = contract;
    this.settle(failContract(contract, `Its worker ended ${deaths.get(id)} times while it was made.`));
    this.tools.tell({ kind: 'isolated', contract: id, line });
    this.tools.tell({ kind: 'pack', state: 'failed', seconds: undefined });
  }

  async make(contracts: readonly Contract[]): Promise<void> {
    const { press, signal } = this.tools;
    await runPacks(contracts.map(asRead), {
      press: press.press,
      locate: press.locate,
      store: this.store,
      ledger: this.ledger,
      signal,
      onProgress: () => {
        this.begun = performance.now();
      },
      onSettled: (pack) => this.settle(pack),
    });
  }

  async makeOneByOne(contracts: readonly Contract[]): Promise<void> {
    for (const contract of contracts) {
      await this.tools.records.trying(this.batch, contract.id);
      await this.make([contract]);
    }
    // Whatever the process dies of from now on, it is none of these.
    await this.tools.records.giveBack(this.batch);
  }

  /** What became of all contracts, once the bytes of every pack are kept. */
  async finish(): Promise<SettledPack[]> {
    await unlessAborted(this.store.drain(), this.tools.signal);
    return this.settled;
  }

  private settle(pack: ListedPack): void {
    this.settled.push({ pack, attempt: this.attempt });
  }
}

/** Contracts of a batch were judged when it was planned. */
function asRead(contract: Contract): ReadContract {
  return { id: contract.id, line: contract.line, contract, diagnostics: [] };
}

/** What is waited for, or the reason of the signal: a store that is away does not keep a worker from ending. */
function unlessAborted<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
