import type { Listening } from '../../http/listen.ts';
import type { Tell } from '../worker/events.ts';
import { type Probes, watchHealth } from './health.ts';
import { type Log, logEvents, openLog } from './log.ts';
import { openMetrics } from './metrics.ts';
import { listenForWatchers } from './server.ts';

/** How a worker is seen by those who run it. */
export type Operation = {
  readonly log: Log;
  /** Logs and counts. */
  readonly tell: Tell;
  /** Answers about health and metrics. Throws ListenFault. */
  readonly listen: (probes: Probes, where: Where) => Promise<Listening>;
};

type Where = {
  readonly port: number;
  readonly host?: string | undefined;
  /** Aborted when the worker ends. */
  readonly stop: AbortSignal;
};

/** Opens the log, and counts from nothing. */
export function openOperation(): Operation {
  const log = openLog();
  const metrics = openMetrics();
  const tellLog = logEvents(log);
  return {
    log,
    tell: (event) => {
      tellLog(event);
      metrics.count(event);
    },
    listen: (probes, { port, host, stop }) => {
      const readiness = watchHealth(probes, () => stop.aborted);
      return listenForWatchers({ readiness, metrics }, port, host);
    },
  };
}
