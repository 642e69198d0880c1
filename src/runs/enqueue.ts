import { statSync } from 'node:fs';
import { join } from 'node:path';
import { programDigest } from '../cache/program.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { RunDesk } from '../fleet/database/open.ts';
import type { RunHead } from '../fleet/database/plan.ts';
import { refuseTaken } from '../fleet/manifest/read.ts';
import { checkNeeds } from '../fleet/needs.ts';
import { estimatePages } from '../fleet/planning/pages.ts';
import { type PlannedRun, planRun } from '../fleet/planning/plan.ts';
import type { QueueUrl } from '../fleet/queue-url.ts';
import type { QueueInlet } from '../fleet/records.ts';
import type { PackChoice } from '../pack/choice.ts';
import type { PackSet } from '../pack/press.ts';
import { openStore } from '../store/open.ts';
import { pipelined } from '../store/pipelined.ts';
import type { SharedStore } from '../store/store.ts';
import { WorkspaceFault } from '../workspace/workspace.ts';
import { recordSources } from './opening/bundled.ts';
import { openOrders } from './opening/orders.ts';
import type { Desk } from './opening/press.ts';

export type EnqueueOptions = Omit<PackChoice, 'ordered'> & {
  /** Folder of the workspace. */
  readonly workspace: string;
  readonly queue: QueueUrl;
  /** As `openStore` reads it. */
  readonly store: string;
  /** The brand of every pack, in place of that of the products. */
  readonly brand?: string | undefined;
  /** Of the runs that are through, only so many are kept. */
  readonly keep?: number | undefined;
  /** Ends the planning: then there is no run. */
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the contracts that were read. */
  readonly onProgress?: ((read: number) => void) | undefined;
};

export type EnqueueResult = {
  /** Absent where the workspace or the table cannot be read: then nothing was planned. */
  readonly planned: PlannedRun | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** Findings of rows beyond these are in the manifest of the run alone. */
const mostFindings = 1000;

/**
 * Plans a run of packs for workers on any number of machines, and puts it into their queue. Contracts at fault are held now; all
 * others are made from the workspace as it is now, whatever becomes of it.
 *
 * Throws FleetUnready, QueueFault and StoreFault where the run cannot be planned, WorkspaceFault where files cannot be read,
 * UnknownName where something is asked for that is not there.
 */
export async function enqueuePacks(options: EnqueueOptions): Promise<EnqueueResult> {
  await checkNeeds(['queue'], options.store);
  // First of all, for reading a long table takes a while.
  const places = await openPlaces(options);
  try {
    return await planInto(places, options);
  } finally {
    await places.close();
  }
}

/** Where a run is put. */
type Places = {
  readonly program: string;
  readonly records: RunDesk;
  readonly queue: QueueInlet;
  readonly store: SharedStore;
  readonly close: () => Promise<void>;
};

async function openPlaces({ queue: url, store }: EnqueueOptions): Promise<Places> {
  const { openRunDesk } = await import('../fleet/database/open.ts');
  const { openInlet } = await import('../fleet/queue/open.ts');
  const program = programDigest();
  const opened = await openStore(store);
  const records = await openRunDesk(url);
  try {
    const queue = await openInlet(url, program);
    const close = async () => {
      await queue.close();
      await records.close();
    };
    return { program, records, queue, store: opened, close };
  } catch (fault) {
    await records.close();
    throw fault;
  }
}

async function planInto(places: Places, options: EnqueueOptions): Promise<EnqueueResult> {
  const { workspace, brand, keep } = options;
  const { opened, seal } = recordSources(workspace, brand);
  const orders = openOrders(opened, options);
  if (orders.value === undefined) return refuse(orders.diagnostics);
  const { desk, source } = orders.value;
  const diagnostics = [...orders.diagnostics];
  const bundle = seal(source.columns);
  if (bundle === undefined) return refuse(diagnostics);
  await places.store.put(bundle.digest, bundle.pieces);
  const head: RunHead = {
    program: places.program,
    bundle: bundle.digest,
    brand,
    contractsPath: source.path,
    columns: source.columns,
  };
  const table = options.contracts ?? join(workspace, source.path);
  const before = stateOf(table);
  const planned = await places.records.draft(head, async (draft) => {
    await refuseTaken(draft.run, places.store);
    const planned = await planRun(source.contracts(), {
      draft,
      queue: places.queue,
      store: pipelined(places.store),
      pagesOf: pageCounter(desk),
      onHeld: (because) => {
        if (diagnostics.length < mostFindings) diagnostics.push(...because);
      },
      onProgress: options.onProgress,
      signal: options.signal,
    });
    if (stateOf(table) !== before) throw changedMeanwhile(source.path);
    return planned;
  });
  // Afterwards, for it may take its time with millions of rows.
  if (keep !== undefined) await places.records.forget(keep);
  return { planned, diagnostics };
}

/** What an edit of a file changes. */
function stateOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

/** The table is read twice, once for what stands in it twice: of two tables, a contract could be in two batches. */
function changedMeanwhile(path: string): WorkspaceFault {
  return new WorkspaceFault(
    path,
    `'${path}' was changed while it was read: nothing is planned. Plan it again.`,
  );
}

function refuse(diagnostics: readonly LocatedDiagnostic[]): EnqueueResult {
  return { planned: undefined, diagnostics };
}

/** How many pages packs of a set come to; a member that cannot be made has none. */
function pageCounter({ find }: Desk): (set: PackSet) => number {
  return ({ language, members }) =>
    estimatePages(
      members.map((member) => {
        const found = find(member, language);
        return found.refused === undefined ? found.order.product.activityCount : 0;
      }),
    );
}

/** Creates the tables of queue and records, or brings older ones up to date. Throws FleetUnready and QueueFault. */
export async function prepareQueue(url: QueueUrl): Promise<void> {
  await checkNeeds(['queue']);
  const { prepareRecords } = await import('../fleet/database/open.ts');
  const { installQueue } = await import('../fleet/queue/open.ts');
  await prepareRecords(url);
  await installQueue(url);
}
