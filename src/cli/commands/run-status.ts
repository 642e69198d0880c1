import type { Progress } from '../../fleet/progress.ts';
import { readQueueUrl } from '../../fleet/queue-url.ts';
import type { ListedPack } from '../../pack/manifest.ts';
import { printReconciliation } from '../../pack/reconcile.ts';
import { type RunStatus, readRunStatus } from '../../runs/run-status.ts';
import { countOf } from '../counting.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly queue: string | undefined;
  /** The last one where it is left out. */
  readonly run: number | undefined;
  readonly json: boolean;
};

/** `annex pack --status`: fails where contracts came to no pack, as `annex pack` does. */
export async function runStatus({ queue, run, json }: Options, terminal: Terminal): Promise<ExitCode> {
  const status = await readRunStatus(readQueueUrl(queue, process.env), run);
  terminal.out(json ? printJson(status) : printStatus(status, terminal));
  const { held, failed } = status.progress.reconciliation;
  return held + failed > 0 ? exitCodes.content : exitCodes.fine;
}

function printStatus({ progress, withoutPack }: RunStatus, { paintOut }: Terminal): string {
  const { run, state, reconciliation, batches } = progress;
  const { held, failed, open } = reconciliation;
  const more = held + failed - withoutPack.length;
  const lines = [
    `${paintOut.bold(`run ${run}`)} ${state}${describeRate(progress)}`,
    `${printReconciliation(reconciliation)} + open ${open}`,
    `${batches.settled} of ${countOf(batches.all, 'batch', 'batches')} settled, ` +
      `${batches.underHand} under hand, ${batches.triedAgain} tried again`,
    ...withoutPack.map((pack) => printWithout(pack, paintOut)),
    ...(more > 0 ? [`And ${more} more without a pack: the manifest of the run names each.`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function describeRate({ rate, secondsLeft, state }: Progress): string {
  if (rate === 0) return '';
  const speed = `: ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} contracts a second`;
  return state === 'running' && secondsLeft !== undefined
    ? `${speed}, about ${describeTime(secondsLeft)} left`
    : speed;
}

/** `40 s`, `3 min`, `2 h 5 min`. */
function describeTime(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function printWithout(pack: ListedPack, paint: Terminal['paintOut']): string {
  const { contract, line, state, reason = '' } = pack;
  const mark = state === 'failed' ? paint.red('failed') : paint.yellow('held  ');
  return `${mark} ${contract === '' ? 'a contract without an id' : contract} (line ${line}) ${paint.dim(reason)}`;
}

/** `{format: 1, run, state, reconciliation, batches, rate, secondsLeft, planned, finished, …, withoutPack: […]}`. */
function printJson({ progress, withoutPack }: RunStatus): string {
  const listed = withoutPack.map(({ contract, line, state, reason }) => ({ contract, line, state, reason }));
  return `${JSON.stringify({ format: 1, ...progress, withoutPack: listed }, null, 2)}\n`;
}
