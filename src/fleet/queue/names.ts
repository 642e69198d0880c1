import type { Boss, QueueOptions } from './boss.ts';

/** The queues of a program: jobs, and those that were tried as often as may be. */
export type Names = { readonly jobs: string; readonly dead: string };

/** Digits of a program's digest that its queues are told apart by. */
const digits = 16;

export function nameQueues(program: string): Names {
  const jobs = `annex-${program.slice(0, digits)}`;
  return { jobs, dead: `${jobs}-dead` };
}

/** A worker that says nothing for so long is gone; setting one giant may keep it from speaking for half of that. */
const silence = 40;

const jobOptions: QueueOptions = {
  // The longest that one batch may take.
  expireInSeconds: 2 * 60 * 60,
  heartbeatSeconds: silence,
  // A batch with one contract that kills its worker takes four attempts, and three more for each further one. With these
  // pauses the last attempt is half an hour behind the first: a store may be away for as long.
  retryLimit: 24,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 120,
  // The ledger tells what was done: the queue may forget it.
  deleteAfterSeconds: 300,
  // A queue that nobody works on keeps its jobs for a month.
  retentionSeconds: 30 * 24 * 60 * 60,
};

/** The dead are buried again and again until that is done: nothing stands behind them. */
const deadOptions: QueueOptions = { ...jobOptions, retryLimit: 1000, heartbeatSeconds: silence };

/** Creates the queues of a program where they are not there yet. */
export async function createQueues(boss: Boss, { jobs, dead }: Names): Promise<void> {
  await boss.createQueue(dead, deadOptions);
  await boss.createQueue(jobs, { ...jobOptions, deadLetter: dead });
}
