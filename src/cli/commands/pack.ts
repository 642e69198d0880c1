import { summarize } from '../../diagnostics/summary.ts';
import type { Contract } from '../../pack/contract.ts';
import type { ListedPack } from '../../pack/manifest.ts';
import { printReconciliation } from '../../pack/reconcile.ts';
import { type PackOptions, type PackResult, packContracts } from '../../runs/pack.ts';
import { countOf } from '../counting.ts';
import type { ExitCode } from '../exit.ts';
import { exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { interruptible } from '../interrupt.ts';
import { Progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

type Options = Omit<PackOptions, 'signal' | 'onProgress' | 'onSettled'> & { readonly json: boolean };

/** What a person reads; the manifest lists everything. */
const mostShown = 20;

const goingOn = 'Interrupted: what was made until now is kept. annex pack --resume goes on with it.';

/** `annex pack`: findings and progress go to standard error, what became of the contracts to standard output. */
export async function runPack({ json, ...options }: Options, terminal: Terminal): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const told = new Told();
  let result: PackResult;
  try {
    result = await interruptible(
      (signal) =>
        packContracts({
          ...options,
          signal,
          onProgress: (contract) => progress.say(describe(contract, told.count)),
          onSettled: (pack) => told.add(pack),
        }),
      goingOn,
    );
  } finally {
    progress.end();
  }
  printFindings(result.diagnostics.slice(0, mostShown), terminal, 'err');
  const others = result.diagnostics.length - mostShown;
  if (others > 0) terminal.err(`And ${countOf(others, 'more finding')}.\n`);
  if (json) terminal.out(printResult(result, told));
  else if (options.dryRun) printPlan(result, terminal);
  else printRun(result, told, terminal);
  return told.hasFailed ? exitCodes.content : verdictOf(result.diagnostics);
}

function describe({ id, language }: Contract, done: number): string {
  return `${done} done, ${id} ${language}`;
}

/** What is remembered of a run to be told at its end: a little of each kind, however many contracts there are. */
class Told {
  count = 0;
  hasFailed = false;
  readonly made: ListedPack[] = [];
  readonly withoutPack: ListedPack[] = [];

  add(pack: ListedPack): void {
    this.count++;
    const isMade = pack.files.length > 0;
    const kind = isMade ? this.made : this.withoutPack;
    this.hasFailed ||= !isMade;
    if (kind.length <= mostShown) kind.push(pack);
  }
}

function printRun({ reconciliation, gone, out }: PackResult, told: Told, terminal: Terminal): void {
  if (reconciliation === undefined) return void terminal.out('Nothing was made.\n');
  const { paintOut } = terminal;
  if (told.made.length <= mostShown) {
    for (const { state, files, members } of told.made) {
      const mark = state === 'made' ? paintOut.green('made  ') : paintOut.dim('reused');
      for (const { path, bytes } of files)
        terminal.out(`${mark} packs/${path} ${paintOut.dim(printSize(bytes))}\n`);
      const drafts = members
        .filter(({ draft }) => draft)
        .map(({ product, edition }) => `${product} ${edition}`);
      if (drafts.length > 0)
        terminal.out(`       ${paintOut.yellow(`not released: ${drafts.join(', ')}`)}\n`);
    }
  }
  const rank = (pack: ListedPack) => (pack.state === 'failed' ? 0 : 1);
  for (const pack of told.withoutPack.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostShown)) {
    const mark = pack.state === 'failed' ? paintOut.red('failed') : paintOut.yellow('held  ');
    terminal.out(`${mark} ${named(pack)} ${paintOut.dim(pack.reason ?? '')}\n`);
  }
  const more = reconciliation.held + reconciliation.failed - Math.min(told.withoutPack.length, mostShown);
  if (more > 0) terminal.out(`And ${more} more without a pack: manifest.json names each.\n`);
  if (gone > 0) {
    const [were, their] = gone === 1 ? ['was', 'its contract stands'] : ['were', 'their contracts stand'];
    terminal.out(`${countOf(gone, 'pack')} ${were} taken away: ${their} in the table no more.\n`);
  }
  terminal.out(`${printReconciliation(reconciliation)} in ${out}\n`);
}

function named({ contract, line }: ListedPack): string {
  const where = line === undefined ? '' : ` (line ${line})`;
  return `${contract === '' ? 'a contract without an id' : contract}${where}`;
}

function printPlan({ sets, reconciliation, out }: PackResult, terminal: Terminal): void {
  const { paintOut } = terminal;
  for (const { contracts, language, members } of sets.slice(0, mostShown)) {
    terminal.out(`${countOf(contracts, 'contract')} ${paintOut.bold(language)} ${members.join(' + ')}\n`);
  }
  if (sets.length > mostShown) terminal.out(`And ${countOf(sets.length - mostShown, 'more set')}.\n`);
  if (reconciliation === undefined) return;
  const { read, held } = reconciliation;
  const rest = held > 0 ? `; ${held} would be held` : '';
  terminal.out(
    `${countOf(read, 'contract')} read, ${countOf(sets.length, 'set')}${rest}; nothing was made in ${out}\n`,
  );
}

function printSize(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/**
 * `{format: 1, out, reconciliation, gone, withoutPack: [{contract, line, state, reason}], sets, summary}`; `withoutPack` holds the
 * first of them, manifest.json all.
 */
function printResult({ out, reconciliation, gone, sets, diagnostics }: PackResult, told: Told): string {
  const withoutPack = told.withoutPack.map(({ contract, line, state, reason }) => ({
    contract,
    line,
    state,
    reason,
  }));
  const result = { format: 1, out, reconciliation, gone, withoutPack, sets, summary: summarize(diagnostics) };
  return `${JSON.stringify(result, null, 2)}\n`;
}
