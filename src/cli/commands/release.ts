import { plainFindings } from '../../diagnostics/reporters/json.ts';
import { summarize } from '../../diagnostics/summary.ts';
import { sayChanges } from '../../release/say.ts';
import { type ReleaseResult, releaseEditions } from '../../runs/release-editions.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';
import { printNext } from '../written.ts';

type Options = {
  readonly workspace: string;
  readonly products: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** `annex release`: what keeps a product from being released goes to standard error, the rest to standard output. */
export async function runRelease(options: Options, terminal: Terminal): Promise<ExitCode> {
  const result = releaseEditions(options);
  printFindings(result.diagnostics, terminal, 'err');
  if (options.json) terminal.out(printResult(result, options));
  else printReleases(result, options, terminal);
  return verdictOf(result.diagnostics);
}

function printReleases(
  { releases }: ReleaseResult,
  { dryRun, workspace }: Options,
  terminal: Terminal,
): void {
  const { paintOut } = terminal;
  const marks = {
    new: paintOut.green(dryRun ? 'ready    ' : 'released '),
    unchanged: paintOut.dim('unchanged'),
    refused: paintOut.red('refused  '),
  };
  for (const release of releases) {
    const { state, product, edition } = release;
    terminal.out(`${marks[state]} ${product} ${edition}: ${sayRelease(release)}\n`);
  }
  const count = releases.filter(({ state }) => state === 'new').length;
  if (dryRun) terminal.out(`${count} ${count === 1 ? 'edition' : 'editions'} to release; nothing written.\n`);
  else if (count > 0) printNext('annex build', workspace, terminal);
}

function sayRelease(release: ReleaseResult['releases'][number]): string {
  switch (release.state) {
    case 'refused':
      return 'see the errors';
    case 'unchanged':
      return `released, and says the same today${release.hasGrown ? grown : ''}`;
    case 'new':
      return sayNew(release);
  }
}

const grown = '; its translations changed since, and are frozen with the next edition';

function sayNew({ path, since, machine = [] }: ReleaseResult['releases'][number]): string {
  const changes = since && (sayChanges(since.changes) || 'no duty moved, no clause changed');
  const told = since === undefined ? 'the first edition' : `since ${since.edition}: ${changes}`;
  return `${told}${machine.length === 0 ? '' : `; not reviewed: ${machine.join(', ')}`} (${path})`;
}

/**
 * `{format: 1, dryRun, products: [{product, edition, state, path, digest, since, machine}], diagnostics, summary}`;
 * changes as clauses.
 */
function printResult({ releases, diagnostics }: ReleaseResult, { dryRun }: Options): string {
  const result = {
    format: 1,
    dryRun,
    products: releases,
    diagnostics: plainFindings(diagnostics),
    summary: summarize(diagnostics),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
