import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { WorkerEvent } from '../worker/events.ts';

/** What a worker counted since it began, for Prometheus. */
export type Metrics = {
  readonly count: (event: WorkerEvent) => void;
  /** The text that Prometheus reads, with its media type. */
  readonly print: () => Promise<{ readonly type: string; readonly text: string }>;
};

/** Packs take milliseconds; giants, seconds. */
const secondsOfPacks = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5, 30];
const secondsOfBatches = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 300];

/** Counts from nothing, the process itself included. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const count = countEvents(declare(registry));
  return {
    count,
    print: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function declare(registry: Registry) {
  const registers = [registry];
  const counter = <const L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers });
  return {
    packs: counter('annex_packs_total', 'Contracts by what became of them', ['state']),
    packSeconds: histogram('annex_pack_seconds', 'Seconds to make a pack', secondsOfPacks),
    batches: counter('annex_batches_total', 'Batches by how they ended', ['outcome']),
    attempts: counter('annex_batch_attempts_total', 'Batches taken, by whether for the first time', [
      'attempt',
    ]),
    batchSeconds: histogram('annex_batch_seconds', 'Seconds to make and settle a batch', secondsOfBatches),
    underHand: new Gauge({
      name: 'annex_batches_under_hand',
      help: 'Batches that are being made',
      registers,
    }),
    pages: counter('annex_pages_total', 'Pages of the batches that were settled, as estimated'),
    stored: counter('annex_stored_bytes_total', 'Bytes put into the store'),
    faults: counter('annex_faults_total', 'Requests that failed, those that were tried again too', ['of']),
    isolated: counter('annex_contracts_isolated_total', 'Contracts that failed since workers died of them'),
    runs: counter('annex_runs_finished_total', 'Runs whose manifest this worker wrote'),
    draining: new Gauge({ name: 'annex_draining', help: '1 while the worker ends', registers }),
  };
}

function countEvents(metrics: ReturnType<typeof declare>): Metrics['count'] {
  return (event) => {
    switch (event.kind) {
      case 'pack':
        metrics.packs.inc({ state: event.state });
        if (event.seconds !== undefined) metrics.packSeconds.observe(event.seconds);
        break;
      case 'batch-taken':
        metrics.underHand.inc();
        metrics.attempts.inc({ attempt: event.attempt === 1 ? 'first' : 'again' });
        break;
      case 'batch-settled':
        metrics.underHand.dec();
        metrics.batches.inc({ outcome: event.isFirst ? 'settled' : 'settled before' });
        metrics.batchSeconds.observe(event.seconds);
        if (event.isFirst) metrics.pages.inc(event.batch.pages);
        break;
      case 'batch-given-back':
        metrics.underHand.dec();
        metrics.batches.inc({ outcome: 'given back' });
        break;
      case 'batch-buried':
        metrics.batches.inc({ outcome: 'buried' });
        break;
      case 'stored':
        metrics.stored.inc(event.bytes);
        break;
      case 'fault':
        metrics.faults.inc({ of: event.of });
        break;
      case 'isolated':
        metrics.isolated.inc();
        break;
      case 'run-finished':
        metrics.runs.inc();
        break;
      case 'draining':
        metrics.draining.set(1);
        break;
      case 'run-opened':
      case 'runs-left':
        break;
    }
  };
}
