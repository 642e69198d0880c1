import { checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Contract } from '../../pack/contract.ts';
import type { LedgerEntry } from '../../pack/ledger.ts';
import type { Press } from '../../pack/press.ts';
import { type Digest, digestPieces, type SharedStore, StoreFault } from '../../store/store.ts';
import { writeBatchContracts } from '../batch-contracts.ts';
import { sealBundle } from '../bundle/seal.ts';
import type { Batch, BatchPast, FleetRun, Handlers, Queue, Records, SettledPack } from '../records.ts';
import type { WorkerEvent } from './events.ts';
import type { WorkerTools } from './workbench.ts';
import type { Shift } from './worker.ts';

/* Records, queue and store in memory, which fail when a test wants them to. */

export const program = 'a'.repeat(64);

/** What ends a worker in the middle of a batch, as `kill -9` does: nothing is given back. */
export class Killed extends Error {
  override name = 'Killed';
}

export class MemoryStore implements SharedStore {
  readonly objects = new Map<Digest, Uint8Array>();
  readonly files = new Map<string, Uint8Array>();
  /** How many further calls fail. */
  faults = 0;

  async put(digest: Digest, pieces: readonly Uint8Array[]): Promise<void> {
    this.mayFail();
    if (digestPieces(pieces) !== digest) throw new Error('An object is not what its name says.');
    this.objects.set(digest, Buffer.concat(pieces));
  }

  async holds(digest: Digest): Promise<boolean> {
    this.mayFail();
    return this.objects.has(digest);
  }

  async get(digest: Digest): Promise<Uint8Array> {
    this.mayFail();
    const bytes = this.objects.get(digest);
    if (bytes === undefined) throw new StoreFault(`There is no object ${digest}.`);
    return bytes;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, bytes);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.files.get(path);
  }

  private mayFail(): void {
    if (this.faults > 0 && this.faults-- > 0) throw new StoreFault('The store answers 503.');
  }
}

type Held = { readonly batch: Batch; attempt: number; under: string | undefined; settled: boolean };

/** Records of one database; what a worker that died had under hand is found by the next `take`. */
export class MemoryRecords implements Records {
  readonly runs = new Map<number, FleetRun>();
  readonly batches = new Map<string, Held>();
  readonly deaths = new Map<string, number>();
  /** By contract, in the order in which they were settled; one that is settled twice stands twice. */
  readonly settledPacks: SettledPack[] = [];
  readonly earlier = new Map<string, LedgerEntry>();
  readonly finished = new Set<number>();
  /** Whose worker dies when they are under hand. */
  deadly: readonly string[] = [];
  readonly tried: string[] = [];
  /** Whoever died gives nothing back. */
  private isDead = false;
  /** How many further settlements fail. */
  faults = 0;

  async run(id: number): Promise<FleetRun | undefined> {
    return this.runs.get(id);
  }

  async openRuns(): Promise<readonly FleetRun[]> {
    return [...this.runs.values()].filter(({ id }) => !this.finished.has(id));
  }

  async take(run: number, number: number): Promise<{ batch: Batch; past: BatchPast } | undefined> {
    const held = this.batches.get(`${run}/${number}`);
    if (held === undefined || held.settled) return undefined;
    if (held.under !== undefined) this.deaths.set(held.under, (this.deaths.get(held.under) ?? 0) + 1);
    held.under = undefined;
    held.attempt++;
    return { batch: held.batch, past: { attempt: held.attempt, deaths: new Map(this.deaths) } };
  }

  async known(_: number, contracts: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>> {
    return new Map([...this.earlier].filter(([id]) => contracts.includes(id)));
  }

  async trying({ run, number }: Batch, contract: string): Promise<void> {
    this.held(run, number).under = contract;
    this.tried.push(contract);
    this.isDead = false;
    if (this.deadly.includes(contract)) throw this.die();
  }

  /** Its worker is dead from now on. */
  die(): Killed {
    this.isDead = true;
    return new Killed();
  }

  async giveBack({ run, number }: Batch): Promise<void> {
    if (!this.isDead) this.held(run, number).under = undefined;
  }

  async settle({ run, number }: Batch, packs: readonly SettledPack[]): Promise<boolean> {
    if (this.faults > 0 && this.faults-- > 0) throw new Error('The database is gone.');
    const held = this.held(run, number);
    if (held.settled) return false;
    held.settled = true;
    this.settledPacks.push(...packs);
    return true;
  }

  async *packs(): AsyncIterable<never> {}

  async finish(run: number): Promise<void> {
    this.finished.add(run);
  }

  async close(): Promise<void> {}

  /** `contract: state`, sorted. */
  states(): string[] {
    return this.settledPacks.map(({ pack }) => `${pack.contract}: ${pack.state}`).sort();
  }

  private held(run: number, number: number): Held {
    return this.batches.get(`${run}/${number}`)!;
  }
}

/** Hands out batches until each is through or was tried as often as may be; a worker that is killed leaves the rest. */
export class MemoryQueue implements Queue {
  readonly waiting: { readonly run: number; readonly number: number; tries: number }[] = [];
  readonly toFinish: number[] = [];
  readonly reasons: string[] = [];
  mostTries = 12;
  /** How many batches it hands out at once. */
  atOnce = 1;

  async enqueue(): Promise<void> {}
  async enqueueFinish(): Promise<void> {}
  async close(): Promise<void> {}

  async work(handlers: Handlers, signal: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: this.atOnce }, () => this.handOut(handlers, signal)));
    for (const run of this.toFinish.splice(0)) await handlers.finish(run);
  }

  private async handOut({ make, bury }: Handlers, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const job = this.waiting.shift();
      if (job === undefined) break;
      try {
        job.tries++;
        const became = await make(job.run, job.number);
        if (became === 'given back') this.waiting.push({ ...job, tries: job.tries - 1 });
      } catch (thrown) {
        if (thrown instanceof Killed) {
          this.waiting.unshift(job);
          throw thrown;
        }
        const reason = (thrown as Error).message;
        this.reasons.push(reason);
        if (job.tries < this.mostTries) this.waiting.push(job);
        else await bury(job.run, job.number, reason);
      }
    }
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** A press that writes a line, and does to some customers what their name says. */
export class LinePress implements Press {
  readonly bound: string[] = [];
  /** Called for each contract. */
  onBind: (id: string) => void = () => {};

  readonly prepare: Press['prepare'] = async (set) =>
    checked({
      brand: 'neutral',
      members: set.members.map(({ product }) => ({ product, edition: '1', draft: false })),
      keyOf: ({ id, customer }) => `${id} ${customer}`,
      bind: async ({ id, customer }) => {
        this.bound.push(id);
        this.onBind(id);
        if (customer === 'held') return failed(error('pack-cover', { file: 'pack.hbs' }, 'Too long.'));
        if (customer === 'bug') throw new Error('A bug.');
        return checked({ pdf: [bytes(`pdf of ${id}`)], xlsx: [bytes(`xlsx of ${id}`)] });
      },
    });
}

/** A contract for one product. */
export function contract(id: string, customer = `Customer of ${id}`, line = 2): Contract {
  const members = [{ product: 'mail', edition: undefined }];
  return { id, customer, language: 'en', date: '2026-03-01', members, columns: {}, line };
}

/** Contracts with these ids. */
export function some(...ids: string[]): Contract[] {
  return ids.map((id) => contract(id));
}

export type Fleet = Awaited<ReturnType<typeof planFleet>>;

/** A fleet in memory, with one run planned of these batches. */
export async function planFleet(batches: readonly (readonly Contract[])[], planner = program) {
  const store = new MemoryStore();
  const records = new MemoryRecords();
  const queue = new MemoryQueue();
  const press = new LinePress();
  const told: WorkerEvent[] = [];
  const keep = async (pieces: readonly Uint8Array[]): Promise<Digest> => {
    const digest = digestPieces(pieces);
    await store.put(digest, pieces);
    return digest;
  };
  const seen = { files: new Map(), folders: new Map(), failed: new Map(), packages: new Map() };
  records.runs.set(1, {
    id: 1,
    program: planner,
    bundle: await keep(sealBundle(seen)),
    brand: undefined,
    contractsPath: 'data/contracts.csv',
    columns: [],
    read: batches.flat().length,
    held: 0,
    batches: batches.length,
  });
  for (const [index, contracts] of batches.entries()) {
    const object = await keep([writeBatchContracts(contracts)]);
    const batch = { run: 1, number: index + 1, contracts: contracts.length, pages: 1, object };
    records.batches.set(`1/${batch.number}`, { batch, attempt: 0, under: undefined, settled: false });
    queue.waiting.push({ run: 1, number: batch.number, tries: 0 });
  }
  const tools: WorkerTools = {
    program,
    records,
    queue,
    store,
    openPress: () => ({ press, locate: (found) => found as LocatedDiagnostic[] }),
    writeManifest: ({ id }) => records.finish(id),
    tell: (event) => void told.push(event),
    pauseAfterFault: 10,
  };
  return { tools, store, records, queue, press, told };
}

/** A shift that nobody ends. */
export function shift(own: Partial<Shift> = {}): Shift {
  return { stop: new AbortController().signal, grace: 20, untilDone: false, ...own };
}
