import { plainFindings } from '../../diagnostics/reporters/json.ts';
import { printSummary, summarize } from '../../diagnostics/summary.ts';
import type { Request } from '../../plan/plan.ts';
import { type VerifiedArtifact, type VerifyResult, verifyOutput } from '../../runs/verifying/verify.ts';
import type { VerifiedPack } from '../../runs/verifying/verify-packs.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly workspace: string;
  readonly out: string | undefined;
  readonly request: Request;
  readonly reporter: 'human' | 'json';
};

/** `annex verify`: the findings are the result, so they go to standard output. */
export async function runVerify(options: Options, terminal: Terminal): Promise<ExitCode> {
  const result = await verifyOutput(options);
  if (options.reporter === 'json') terminal.out(printResult(result));
  else printVerified(result, terminal);
  return summarize(result.diagnostics).errors > 0 ? exitCodes.content : exitCodes.fine;
}

function printVerified({ artifacts, packs = [], diagnostics, out }: VerifyResult, terminal: Terminal): void {
  for (const artifact of artifacts) terminal.out(printArtifact(artifact, terminal));
  for (const pack of packs) terminal.out(printPack(pack, terminal));
  printFindings(diagnostics, terminal, 'out');
  const all = [...artifacts, ...packs];
  const agree = all.filter(({ agrees }) => agrees).length;
  terminal.out(`${agree} of ${all.length} agree in ${out}; ${printSummary(summarize(diagnostics))}\n`);
}

function printArtifact({ path, against, agrees }: VerifiedArtifact, { paintOut }: Terminal): string {
  if (!agrees) return `${paintOut.red('differs')} ${path}\n`;
  const what = against === 'workspace' ? '' : ` ${paintOut.dim(otherwise[against])}`;
  return `${paintOut.green('agrees ')} ${path}${what}\n`;
}

function printPack({ contract, agrees }: VerifiedPack, { paintOut }: Terminal): string {
  return `${agrees ? paintOut.green('agrees ') : paintOut.red('differs')} pack of ${contract}\n`;
}

/** With what an artifact agrees, where that is not the matrix as it is now. */
const otherwise = { release: 'with its release', itself: 'with the edition it carries' } as const;

/**
 * `{format: 1, out, artifacts: [{path, product, language, format, against, agrees}], packs: [{contract, agrees}],
 * diagnostics, summary}`.
 */
function printResult({ out, artifacts, packs = [], diagnostics }: VerifyResult): string {
  const result = {
    format: 1,
    out,
    artifacts,
    packs,
    diagnostics: plainFindings(diagnostics),
    summary: summarize(diagnostics),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
