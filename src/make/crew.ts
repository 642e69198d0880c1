import { extname } from 'node:path';
import { type Checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { PlannedArtifact } from '../plan/plan.ts';
import { type Made, makeChanged } from './make.ts';
import type { Order } from './order.ts';
import { sweeping } from './sweep.ts';
import type { Tools, Workshop } from './workshop.ts';

/** One artifact to make, and the digest of the tree that it was made from before; make.ts. */
export type Task = { readonly order: Order; readonly before: string | undefined };

/** What a thread gives back. */
export type TaskResult = Checked<Made> | { readonly thrown: string };

/** Who makes artifacts: this thread, or others. What comes out does not depend on it. */
export type Crew = {
  /** How many tasks to have under way, so that nobody waits and nothing piles up. */
  readonly places: number;
  readonly make: (task: Task) => Promise<Checked<Made>>;
  readonly close: () => Promise<void>;
};

/** A thread loads engines and fonts of its own, which takes as long as making about as many artifacts. */
const worthAThread = 48;

/** How many threads make so many artifacts: as many as were asked for, or else as pay; one is the thread that asks. */
export function crewSize(artifacts: number, cores: number, jobs?: number): number {
  if (jobs !== undefined) return Math.max(1, Math.min(jobs, artifacts));
  return Math.max(1, Math.min(cores, Math.floor(artifacts / worthAThread)));
}

/** Makes artifacts in the thread that asks. */
export function workAlone(workshop: Workshop): Crew {
  return {
    places: 1,
    make: ({ order, before }) => sweeping(() => makeChanged(workshop, order, before)),
    close: async () => {},
  };
}

/** Makes artifacts in other threads. */
export async function workTogether(tools: Tools, threads: number): Promise<Crew> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina<Task, TaskResult>({
    // The compiled file, or this source where a test runs from the sources.
    filename: new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: tools,
  });
  // A thread that cannot even start leaves its tasks waiting, and says so here alone.
  const broken = new Promise<never>((_, reject) => pool.once('error', reject));
  broken.catch(() => {});
  return {
    places: threads * 2,
    make: (task) => runTask((one) => Promise.race([pool.run(one), broken]), task),
    close: () => pool.destroy(),
  };
}

/** Runs a task once more where its thread ended under it; a second time is reported, and the others go on. */
export async function runTask(run: (task: Task) => Promise<TaskResult>, task: Task): Promise<Checked<Made>> {
  const lost: unknown[] = [];
  while (lost.length < 2) {
    const result = await run(task).catch((reason: unknown) => void lost.push(reason));
    if (result === undefined) continue;
    if ('thrown' in result) throw new Error(result.thrown);
    return result;
  }
  return failed(reportLoss(task.order.artifact, lost[1]));
}

function reportLoss({ product, language, format }: PlannedArtifact, reason: unknown) {
  const said = reason instanceof Error ? reason.message : String(reason);
  const place = { file: `data/products/${product}/matrix.csv` };
  const message = `The thread that made the ${format} in '${language}' ended twice: ${said}.`;
  return error('make-lost', place, message, {
    hints: ['Memory may have run out: try fewer threads with --jobs 1.'],
    scope: { product, language },
  });
}
