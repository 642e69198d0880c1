import { readQueueUrl } from '../../fleet/queue-url.ts';
import { prepareQueue } from '../../runs/enqueue.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** `annex pack --prepare`. */
export async function runPrepareQueue(queue: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const url = readQueueUrl(queue, process.env);
  await prepareQueue(url);
  terminal.out(`The tables of queue and runs are up to date in ${url.label}\n`);
  return exitCodes.fine;
}
