import { setTimeout } from 'node:timers/promises';
import type { FleetRun } from '../records.ts';
import type { Tell } from './events.ts';
import { GivenBack, Workbench, type WorkerTools } from './workbench.ts';

/** How long a worker works. */
export type Shift = {
  /** Ends it: nothing more is taken. */
  readonly stop: AbortSignal;
  /** Seconds that the batch under hand may take from then on; afterwards it is given back. */
  readonly grace: number;
  /** Whether it ends by itself when no run of its program is open any more. */
  readonly untilDone: boolean;
};

/** The runs that are open were planned by another program. Ends a command with exit code 2. */
export class ProgramRefused extends Error {
  override name = 'ProgramRefused';
}

/** Milliseconds between two looks at what runs are open. */
const betweenLooks = 2000;

/**
 * Makes batches of runs of this program until the shift ends. A batch that cannot be made for now is given back and tried
 * again, here or elsewhere.
 *
 * Throws ProgramRefused where all runs that are open are another program's, WorkspaceFault where this machine cannot make
 * the packs of a run, StoreFault where it cannot get what they are made from, QueueFault where queue or records cannot be used.
 */
export async function work(tools: WorkerTools, shift: Shift): Promise<void> {
  const own = await lookForRuns(tools);
  if (own.length === 0 && shift.untilDone) return;
  const over = new AbortController();
  const stop = AbortSignal.any([shift.stop, over.signal]);
  const { giveBack, end } = beginGrace(shift, tools.tell);
  const workbench = new Workbench(tools, { stop, giveBack }, (fault) => over.abort(fault));
  const done = shift.untilDone ? endWhenDone(tools, over, stop) : undefined;
  try {
    // A worker that cannot get what packs are made from is of no use, and takes nothing.
    if (own[0] !== undefined) await workbench.tryOut(own[0]);
    await tools.queue.work(
      {
        make: (run, number) => workbench.make(run, number),
        bury: (run, number, reason) => workbench.bury(run, number, reason),
        finish: async (run) => {
          await workbench.finish(run);
          if (shift.untilDone) await endIfDone(tools, over);
        },
      },
      stop,
    );
  } finally {
    end();
    over.abort();
    await done;
  }
  if (workbench.unfit !== undefined) throw workbench.unfit;
}

/** The open runs that are this program's. Throws ProgramRefused where there are others alone. */
async function lookForRuns({ records, program, tell }: WorkerTools): Promise<readonly FleetRun[]> {
  const open = await records.openRuns();
  const others = open.filter((run) => run.program !== program);
  if (others.length === 0) return open;
  if (others.length === open.length) throw new ProgramRefused(explainOthers(others, program));
  tell({ kind: 'runs-left', runs: others.map(({ id }) => id) });
  return open.filter((run) => run.program === program);
}

function explainOthers(others: readonly FleetRun[], program: string): string {
  const [first] = others;
  const runs = others.map(({ id }) => id).join(', ');
  return (
    `Run ${runs} was planned by another version of this program or of Node (${digits(first!.program)}; this is ${digits(program)}), ` +
    'and would come out otherwise here. Start workers of the version that planned it.'
  );
}

/** As much of a program's digest as tells it from others. */
function digits(program: string): string {
  return program.slice(0, 16);
}

/** The signal that gives back what is under hand: some seconds after the shift was ended. */
function beginGrace({ stop, grace }: Shift, tell: Tell) {
  const giveBack = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    tell({ kind: 'draining', seconds: grace });
    timer = globalThis.setTimeout(() => giveBack.abort(new GivenBack('The worker ends.')), grace * 1000);
  };
  if (stop.aborted) begin();
  else stop.addEventListener('abort', begin, { once: true });
  const end = (): void => {
    stop.removeEventListener('abort', begin);
    clearTimeout(timer);
  };
  return { giveBack: giveBack.signal, end };
}

/** Looks now and then whether the shift is done, until it is. */
async function endWhenDone(tools: WorkerTools, over: AbortController, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await setTimeout(betweenLooks, undefined, { signal: stop }).catch(() => {});
    if (!stop.aborted) await endIfDone(tools, over);
  }
}

/** Ends the shift when no run of this program is open. A look that fails is no end: the next one tells. */
async function endIfDone({ records, program }: WorkerTools, over: AbortController): Promise<void> {
  const open = await records.openRuns().catch(() => undefined);
  if (open?.every((run) => run.program !== program)) over.abort();
}
