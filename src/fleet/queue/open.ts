import { faultOf } from '../database/faults.ts';
import type { QueueUrl } from '../queue-url.ts';
import { type OnFault, type Queue, QueueFault, type QueueInlet } from '../records.ts';
import { type Boss, type BossOptions, loadBoss } from './boss.ts';
import { enqueueBatches, enqueueFinish } from './enqueue.ts';
import { createQueues, type Names, nameQueues } from './names.ts';
import { workQueues } from './work.ts';

/** The schema of pg-boss: its tables are its own, and the ledger of runs does not depend on them. */
export const queueSchema = 'annex_queue';

/** How often it is looked for jobs whose worker fell silent, by one of all workers. */
const lookSeconds = 10;

function optionsFor({ href }: QueueUrl, own: Pick<BossOptions, 'migrate' | 'supervise'>): BossOptions {
  return {
    connectionString: href,
    application_name: 'annex queue',
    schema: queueSchema,
    max: 2,
    createSchema: own.migrate,
    schedule: false,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
    maintenanceIntervalSeconds: 300,
    // Both need rights beyond those of a worker; a queue of some thousand jobs a night needs neither.
    reindex: false,
    monitorVacuum: false,
    ...own,
  };
}

/** Creates the tables of the queue, or brings those of an older pg-boss up to date. Throws QueueFault. */
export async function installQueue(url: QueueUrl): Promise<void> {
  const boss = await start(url, { migrate: true, supervise: false }, () => {});
  await boss.stop({ graceful: false });
}

/**
 * Opens the queue of a program to work on it: its batches go to workers of the same program and to no others. Of all workers,
 * one looks after jobs whose worker fell silent. Throws QueueFault.
 *
 * @param program digest of the program
 */
export async function openQueue(url: QueueUrl, program: string, onFault: OnFault = () => {}): Promise<Queue> {
  const { boss, names } = await open(url, program, { supervise: true }, onFault);
  return {
    ...inletOf(boss, names),
    work: (handlers, signal) => workQueues(boss, names, handlers, signal),
  };
}

/** Opens the queue of a program to put runs into it; looking after jobs takes rights that a planner has not. */
export async function openInlet(url: QueueUrl, program: string): Promise<QueueInlet> {
  const { boss, names } = await open(url, program, { supervise: false }, () => {});
  return inletOf(boss, names);
}

async function open(
  url: QueueUrl,
  program: string,
  own: Pick<BossOptions, 'supervise'>,
  onFault: OnFault,
): Promise<{ readonly boss: Boss; readonly names: Names }> {
  const boss = await start(url, { migrate: false, ...own }, onFault);
  const names = nameQueues(program);
  await createQueues(boss, names);
  return { boss, names };
}

function inletOf(boss: Boss, names: Names): QueueInlet {
  return {
    enqueue: (batches, transaction) => enqueueBatches(boss, names, batches, transaction),
    enqueueFinish: (run, transaction) => enqueueFinish(boss, names, run, transaction),
    close: () => boss.stop({ graceful: false }),
  };
}

async function start(
  url: QueueUrl,
  own: Pick<BossOptions, 'migrate' | 'supervise'>,
  onFault: OnFault,
): Promise<Boss> {
  const PgBoss = await loadBoss();
  const boss = new PgBoss(optionsFor(url, own));
  // Without a listener, a connection that is cut off would end the process.
  boss.on('error', onFault);
  try {
    await boss.start();
    return boss;
  } catch (thrown) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw describe(url, thrown);
  }
}

function describe({ label }: QueueUrl, thrown: unknown): unknown {
  const said = thrown instanceof Error ? thrown.message : '';
  if (/^pg-boss (?:is not installed|database requires migrations)/.test(said))
    return new QueueFault(
      `The database ${label} is not prepared: ${said}. As a role that may create schemas: annex pack --prepare --queue URL`,
    );
  return faultOf(label, thrown);
}
