import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { WorkerEvent } from '../worker/events.ts';

export type Log = Logger;

/** Lines of JSON on standard error: one for what happened to a batch or a run, none for each pack. */
export function openLog(to: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    { base: { pid: process.pid }, timestamp: stdTimeFunctions.isoTime, formatters: { level: nameLevel } },
    to,
  );
}

/** pino's numbers mean something to its own readers alone. */
function nameLevel(label: string) {
  return { level: label };
}

/** Logs what a worker tells. */
export function logEvents(log: Log): (event: WorkerEvent) => void {
  return (event) => {
    switch (event.kind) {
      case 'batch-taken':
        return log.debug({ ...about(event.batch), attempt: event.attempt }, 'batch taken');
      case 'batch-settled':
        return log.info(
          { ...about(event.batch), seconds: round(event.seconds), contracts: event.batch.contracts },
          event.isFirst ? 'batch settled' : 'batch had been settled by another worker',
        );
      case 'batch-given-back':
        return log.warn({ ...about(event.batch), reason: event.reason }, 'batch given back');
      case 'batch-buried':
        return log.error(
          { ...about(event.batch), reason: event.reason },
          'batch tried as often as may be: its contracts failed',
        );
      case 'isolated':
        return log.error(
          { contract: event.contract, line: event.line },
          'contract failed: workers died while it was made',
        );
      case 'fault':
        return log.warn({ of: event.of, reason: event.message }, 'request failed');
      case 'run-opened':
        return log.info({ run: event.run, seconds: round(event.seconds) }, 'run opened');
      case 'run-finished':
        return log.info({ run: event.run }, 'run finished: its manifest is written');
      case 'runs-left':
        return log.warn({ runs: event.runs }, 'open runs of another program are left to its own workers');
      case 'draining':
        return log.info({ grace: event.seconds }, 'ending: nothing more is taken');
      case 'pack':
      case 'stored':
        return undefined;
    }
  };
}

function about({ run, number }: { readonly run: number; readonly number: number }) {
  return { run, batch: number };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
