import { readQueueUrl } from '../../fleet/queue-url.ts';
import { workOnRuns } from '../../runs/work.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { ended } from '../interrupt.ts';

type Options = {
  readonly queue: string | undefined;
  readonly store: string;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly grace: number;
  readonly untilDone: boolean;
};

/**
 * `annex worker`: what happens goes to standard error, as JSON lines. Ended by a signal it finishes or gives back what is under
 * hand, and ended again after a second it ends at once.
 */
export async function runWorker({ queue, ...options }: Options): Promise<ExitCode> {
  const stop = new AbortController();
  void ended().then(() => stop.abort());
  await workOnRuns({ ...options, queue: readQueueUrl(queue, process.env), stop: stop.signal });
  return exitCodes.fine;
}
