import { programDigest } from '../cache/program.ts';
import { checkNeeds } from '../fleet/needs.ts';
import type { Probes } from '../fleet/operation/health.ts';
import type { Operation } from '../fleet/operation/operation.ts';
import type { QueueUrl } from '../fleet/queue-url.ts';
import type { Queue, Records } from '../fleet/records.ts';
import type { Tell } from '../fleet/worker/events.ts';
import type { Shift } from '../fleet/worker/worker.ts';
import type { Listening } from '../http/listen.ts';
import { openStore } from '../store/open.ts';
import { digestPieces, type SharedStore } from '../store/store.ts';
import { openBundled } from './opening/bundled.ts';

export type WorkOptions = Shift & {
  readonly queue: QueueUrl;
  /** As `openStore` reads it. */
  readonly store: string;
  /** Where watchers may ask for health and metrics, 0 for any that is free; nowhere where it is left out. */
  readonly port?: number | undefined;
  /** Address to listen to; this machine's own where it is left out. */
  readonly host?: string | undefined;
};

/**
 * Works on the runs that `annex pack --queue` planned, until the shift ends. What happens is told as JSON lines on standard
 * error, and counted for Prometheus.
 *
 * Throws FleetUnready where this machine lacks a package or Node is too old, ProgramRefused where all runs are another
 * program's, WorkspaceFault where the packs of a run cannot be made here, QueueFault, StoreFault, ListenFault.
 */
export async function workOnRuns(options: WorkOptions): Promise<void> {
  await checkNeeds(['queue', 'operation'], options.store);
  // None of it is loaded by any other command.
  const { openOperation } = await import('../fleet/operation/operation.ts');
  const operation = openOperation();
  try {
    await workWatched(options, operation);
    operation.log.info('worker ends');
  } catch (fault) {
    operation.log.fatal({ reason: messageOf(fault) }, 'worker ends');
    throw fault;
  }
}

async function workWatched(options: WorkOptions, { log, tell, listen }: Operation): Promise<void> {
  const { port, host, stop } = options;
  const places = await openPlaces(options, tell);
  let listening: Listening | undefined;
  try {
    if (port !== undefined) listening = await listen(probesOf(places), { port, host, stop });
    const { program } = places;
    log.info({ program, queue: options.queue.label, address: listening?.address }, 'worker begins');
    await workGuarded(places, options, tell);
  } finally {
    await listening?.close();
    await places.close();
  }
}

async function workGuarded(places: Places, shift: Shift, tell: Tell): Promise<void> {
  const { work } = await import('../fleet/worker/worker.ts');
  const { guardAgainstStandstill } = await import('../fleet/worker/watchdog.ts');
  const { writeManifest } = await import('../fleet/manifest/write.ts');
  const guard = guardAgainstStandstill();
  try {
    await work(
      { ...places, openPress: openBundled, writeManifest: (run) => writeManifest(run, places), tell },
      shift,
    );
  } finally {
    guard.end();
  }
}

/** The digest of no bytes: asked for to see whether the store answers. */
const nothing = digestPieces([]);

function probesOf({ records, store }: Places): Probes {
  return { database: () => records.run(0), store: () => store.holds(nothing) };
}

/** What a worker takes its batches from, and puts its packs into. */
type Places = {
  readonly program: string;
  readonly records: Records;
  readonly queue: Queue;
  readonly store: SharedStore;
  readonly close: () => Promise<void>;
};

async function openPlaces({ queue: url, store: address }: WorkOptions, tell: Tell): Promise<Places> {
  const { openQueue } = await import('../fleet/queue/open.ts');
  const { openRecords } = await import('../fleet/database/open.ts');
  const onFault = (of: 'store' | 'database') => (thrown: unknown) =>
    tell({ kind: 'fault', of, message: messageOf(thrown) });
  const program = programDigest();
  const store = await openStore(address, { onFault: onFault('store') });
  const queue = await openQueue(url, program, onFault('database'));
  try {
    const records = await openRecords(url, queue, onFault('database'));
    const close = async () => {
      await records.close();
      await queue.close();
    };
    return { program, records, queue, store, close };
  } catch (fault) {
    await queue.close();
    throw fault;
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
