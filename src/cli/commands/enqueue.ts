import { summarize } from '../../diagnostics/summary.ts';
import { readQueueUrl } from '../../fleet/queue-url.ts';
import { type EnqueueOptions, type EnqueueResult, enqueuePacks } from '../../runs/enqueue.ts';
import { countOf } from '../counting.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { interruptible } from '../interrupt.ts';
import { Progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { holdLittle } from '../v8.ts';
import { verdictOf } from '../verdict.ts';

type Options = Omit<EnqueueOptions, 'queue' | 'signal' | 'onProgress'> & {
  readonly queue: string | undefined;
  readonly json: boolean;
};

/** What a person reads; the manifest of the run lists everything. */
const mostShown = 20;

/** `annex pack --queue --store`: what was planned, and how to follow it. */
export async function runEnqueue({ json, ...options }: Options, terminal: Terminal): Promise<ExitCode> {
  const queue = readQueueUrl(options.queue, process.env);
  holdLittle();
  const progress = new Progress(terminal);
  let result: EnqueueResult;
  try {
    result = await interruptible(
      (signal) =>
        enqueuePacks({
          ...options,
          queue,
          signal,
          onProgress: (read) => progress.say(`${read} contracts read`),
        }),
      'Interrupted: nothing was planned.',
    );
  } finally {
    progress.end();
  }
  printFindings(result.diagnostics.slice(0, mostShown), terminal, 'err');
  const others = result.diagnostics.length - mostShown;
  if (others > 0) terminal.err(`And ${countOf(others, 'more finding')}.\n`);
  if (json) terminal.out(printResult(result));
  else printPlanned(result, options, terminal);
  return verdictOf(result.diagnostics);
}

function printPlanned({ planned }: EnqueueResult, options: Omit<Options, 'json'>, terminal: Terminal): void {
  if (planned === undefined) return void terminal.out('Nothing was planned.\n');
  const { run, read, held, batches } = planned;
  const { bold } = terminal.paintOut;
  const where = options.queue === undefined ? '' : ` --queue ${quote(options.queue)}`;
  const store = `--store ${quote(options.store)}`;
  terminal.out(
    `${bold(`run ${run}`)} planned: ${countOf(read, 'contract')} read, ${held} held, ${countOf(batches, 'batch', 'batches')}\n` +
      `make it:    annex worker${where} ${store}\n` +
      `follow it:  annex pack --status ${run}${where}\n` +
      `fetch it:   annex pack --collect ${run} ${store} --out FOLDER\n`,
  );
}

/** As a shell takes it: parameters of a URL stand behind a character that ends a command. */
function quote(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** `{format: 1, planned: {run, read, held, batches}, summary}`; without `planned`, nothing was. */
function printResult({ planned, diagnostics }: EnqueueResult): string {
  return `${JSON.stringify({ format: 1, planned, summary: summarize(diagnostics) }, null, 2)}\n`;
}
