import { once } from 'node:events';
import type { Handlers } from '../records.ts';
import type { Boss, Job, WorkOptions } from './boss.ts';
import type { JobData } from './enqueue.ts';
import type { Names } from './names.ts';

/**
 * One job after the other. A batch that took longer than the interval is followed by the next at once, and a shorter one while
 * the queue is known to hold more. (`burstWhenBatchFull` means nothing where a job is a batch.)
 */
const oneByOne: WorkOptions = {
  batchSize: 1,
  includeMetadata: true,
  pollingIntervalSeconds: 1,
  burstWhenReadyExceeds: 1,
  heartbeatRefreshSeconds: 10,
};

/** A worker fetches or settles one batch while it makes the other. */
const twoAtOnce: WorkOptions = { ...oneByOne, localConcurrency: 2 };

/** The dead are few, and wait for nobody. */
const nowAndThen: WorkOptions = { ...oneByOne, pollingIntervalSeconds: 5 };

/** What is given back is for another worker: this one takes nothing more. */
const pauseBeforeNext = 1;

/** Works on the jobs of a program until the signal; what is under hand then is awaited. */
export async function workQueues(
  boss: Boss,
  { jobs, dead }: Names,
  handlers: Handlers,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  await boss.work<JobData>(jobs, twoAtOnce, async ([job]) => {
    const { run, number } = job!.data;
    if (number === undefined) return handlers.finish(run);
    if ((await handlers.make(run, number)) === 'given back') await putBack(boss, jobs, job!);
  });
  await boss.work<JobData>(dead, nowAndThen, ([job]) => bury(job!, handlers));
  if (!signal.aborted) await once(signal, 'abort');
  await Promise.all([jobs, dead].map((name) => boss.offWork(name, { wait: true })));
}

/** A new job for the same batch: this one is done, and none of its attempts is used up. */
async function putBack(boss: Boss, jobs: string, { data, priority }: Job<JobData>): Promise<void> {
  await boss.insert(jobs, [{ data, priority, startAfter: pauseBeforeNext }]);
}

async function bury({ data: { run, number }, output }: Job<JobData>, handlers: Handlers): Promise<void> {
  if (number === undefined) return handlers.finish(run);
  await handlers.bury(run, number, reasonOf(output));
}

/** What the last attempt ended with, as pg-boss notes it. */
function reasonOf(output: unknown): string {
  const { message, value } = (output ?? {}) as { message?: unknown; value?: { message?: unknown } };
  const said = message ?? value?.message;
  return typeof said === 'string' ? said : 'it is not known why';
}
