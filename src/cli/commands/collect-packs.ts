import type { ListedPack } from '../../pack/manifest.ts';
import { printReconciliation } from '../../pack/reconcile.ts';
import { type Collected, type CollectOptions, collectPacks } from '../../runs/collect.ts';
import { countOf } from '../counting.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { interruptible } from '../interrupt.ts';
import { Progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

type Options = Omit<CollectOptions, 'signal' | 'onSettled'> & { readonly json: boolean };

const goingOn = 'Interrupted: what was fetched until now is kept. The same command goes on with it.';

/** `annex pack --collect`: progress goes to standard error, what became of the contracts to standard output. */
export async function runCollect({ json, ...options }: Options, terminal: Terminal): Promise<ExitCode> {
  const progress = new Progress(terminal);
  let fetched = 0;
  const onSettled = ({ contract }: ListedPack) => progress.say(`${++fetched} fetched, ${contract}`);
  let collected: Collected;
  try {
    collected = await interruptible((signal) => collectPacks({ ...options, signal, onSettled }), goingOn);
  } finally {
    progress.end();
  }
  terminal.out(json ? printJson(collected) : printCollected(collected));
  const { reconciliation, unknown } = collected;
  const withoutPack = reconciliation.held + reconciliation.failed + unknown.length;
  return withoutPack > 0 ? exitCodes.content : exitCodes.fine;
}

function printCollected({ reconciliation, out, unknown }: Collected): string {
  const withoutPack = reconciliation.held + reconciliation.failed;
  return [
    ...unknown.map((id) => `The run has no contract ${id}.\n`),
    withoutPack > 0 ? `${countOf(withoutPack, 'contract')} without a pack: manifest.json names each.\n` : '',
    `${printReconciliation(reconciliation)} in ${out}\n`,
  ].join('');
}

/** `{format: 1, out, reconciliation, unknown}` */
function printJson(collected: Collected): string {
  return `${JSON.stringify({ format: 1, ...collected }, null, 2)}\n`;
}
