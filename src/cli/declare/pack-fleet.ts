import { join } from 'node:path';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { UsageFault } from '../usage-fault.ts';
import { queueOption, storeOption } from './fleet-options.ts';

const manyMachines = { group: 'A run on many machines:' } as const;

/** Options of `annex pack` for a run on many machines. */
export const fleetOptions = {
  queue: { ...queueOption, ...manyMachines },
  store: { ...storeOption, ...manyMachines },
  status: {
    ...manyMachines,
    type: 'string',
    describe: 'How far a run in the queue is (default: the last one), by its number',
  },
  collect: {
    ...manyMachines,
    type: 'string',
    requiresArg: true,
    describe: 'Fetch the packs of a run out of its --store, by its number',
  },
  keep: {
    ...manyMachines,
    type: 'string',
    requiresArg: true,
    describe: 'With --queue: forget runs that are through but for the last so many',
  },
  prepare: {
    ...manyMachines,
    type: 'boolean',
    default: false,
    describe: 'Create or update the tables in the --queue database',
  },
} as const;

type FleetValues = {
  readonly queue: string | undefined;
  readonly store: string | undefined;
  readonly status: string | undefined;
  readonly collect: string | undefined;
  readonly keep: string | undefined;
  readonly prepare: boolean;
  readonly json: boolean;
};

/** What a plan for other machines is made from. */
type Wanted = {
  readonly workspace: string;
  readonly contracts: string | undefined;
  readonly only: readonly string[] | undefined;
  readonly sample: number | undefined;
  readonly brand: string | undefined;
  readonly out: string | undefined;
  /** Options that speak of a run on this machine. */
  readonly local: Readonly<Record<string, unknown>>;
};

/** Does what the options ask of a queue; undefined where they ask for none of it. */
export async function runFleet(
  values: FleetValues,
  wanted: Wanted,
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  const { queue, store, status, prepare, json } = values;
  if (prepare) return (await import('../commands/prepare-queue.ts')).runPrepareQueue(queue, terminal);
  if (status !== undefined) {
    const { runStatus } = await import('../commands/run-status.ts');
    return runStatus({ queue, run: status === '' ? undefined : readRun('status', status), json }, terminal);
  }
  if (values.collect !== undefined) {
    if (store === undefined) throw new UsageFault('--collect needs --store: where the packs of the run are.');
    const { runCollect } = await import('../commands/collect-packs.ts');
    const out = wanted.out ?? join(wanted.workspace, 'output');
    return runCollect(
      { run: readRun('collect', values.collect), store, out, only: wanted.only, json },
      terminal,
    );
  }
  if (queue === undefined && store === undefined) {
    if (values.keep !== undefined)
      throw new UsageFault('--keep speaks of runs in a queue: it needs --queue and --store.');
    return undefined;
  }
  if (store === undefined)
    throw new UsageFault('--queue needs --store: where the machines that make the packs keep them.');
  refuseLocal({ ...wanted.local, out: wanted.out });
  const { runEnqueue } = await import('../commands/enqueue.ts');
  const { local: _local, out: _out, ...choice } = wanted;
  return runEnqueue({ ...choice, queue, store, keep: countKept(values.keep), json }, terminal);
}

function readRun(option: string, given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageFault(`--${option} takes the number of a run, such as 12; found '${given}'.`);
}

function countKept(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,6}$/.test(given)) return Number(given);
  throw new UsageFault(`--keep takes a number of runs, such as 14; found '${given}'.`);
}

function refuseLocal(local: Readonly<Record<string, unknown>>): void {
  const named = Object.keys(local).find((key) => local[key] !== undefined && local[key] !== false);
  if (named === undefined) return;
  throw new UsageFault(`--${named} speaks of a run on this machine, and --queue of one on others.`);
}
