import { programDigest } from '../cache/program.ts';
import { checkNeeds } from '../fleet/needs.ts';
import type { QueueUrl } from '../fleet/queue-url.ts';
import type { Queue, Records } from '../fleet/records.ts';
import type { Tell } from '../fleet/worker/events.ts';
import type { Shift } from '../fleet/worker/worker.ts';
import { openStore } from '../store/open.ts';
import type { SharedStore } from '../store/store.ts';
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
  const [{ work }, { guardAgainstStandstill }, { writeManifest }, operation] = await Promise.all([
    import('../fleet/worker/worker.ts'),
    import('../fleet/worker/watchdog.ts'),
    import('../fleet/manifest/write.ts'),
    import('../fleet/operation/operation.ts'),
  ]);
  const log = operation.openLog();
  const metrics = operation.openMetrics();
  const tellLog = operation.logEvents(log);
  const tell: Tell = (event) => {
    tellLog(event);
    metrics.count(event);
  };
  const places = await openPlaces(options, tell);
  const { records, queue, store, program } = places;
  const guard = guardAgainstStandstill();
  try {
    const watched = options.port === undefined ? undefined : await watch(options.port);
    log.info({ program, queue: options.queue.label, watched: watched?.address }, 'worker begins');
    const tools = { program, records, queue, store, openPress: openBundled, tell };
    try {
      await work({ ...tools, writeManifest: (run) => writeManifest(run, { records, store }) }, options);
    } finally {
      await watched?.close();
    }
    log.info('worker ends');
  } finally {
    guard.end();
    await places.close();
  }

  function watch(port: number) {
    const probes = { database: () => records.run(0), store: () => store.holds(nothing) };
    const readiness = operation.watchHealth(probes, () => options.stop.aborted);
    return operation.listenForWatchers({ readiness, metrics }, port, options.host);
  }
}

/** The digest of no bytes: asked for to see whether the store answers. */
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

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
    tell({ kind: 'fault', of, message: thrown instanceof Error ? thrown.message : String(thrown) });
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
