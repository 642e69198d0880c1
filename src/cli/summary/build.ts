import { printSummary, summarize } from '../../diagnostics/summary.ts';
import type { BuildResult } from '../../pipeline.ts';
import { printReason } from '../reason.ts';
import { printPaths, printWorst } from './short.ts';

/** What a build made and found, in Markdown, short enough for any build server. */
export function summarizeBuild({ publication, held, reasons, diagnostics }: BuildResult): string {
  const { made = [], unchanged = [], kept = [], pruned = [] } = publication ?? {};
  const counts = `${made.length} made, ${unchanged.length} unchanged, ${kept.length} kept, ${pruned.length} gone`;
  const reasonOf = (path: string) => {
    const reason = reasons.get(path);
    return reason === undefined ? '' : printReason(reason);
  };
  const keptPaths = new Set(kept.map(({ path }) => path));
  const missing = held.filter(({ path }) => !keptPaths.has(path));
  return [
    `### annex build: ${counts}; ${printSummary(summarize(diagnostics))}\n`,
    printWorst(diagnostics),
    printPaths(
      'Made',
      made.map(({ path }) => [path, reasonOf(path)]),
    ),
    printPaths(
      'Kept, because errors stand in the way',
      kept.map(({ path }) => [path, '']),
    ),
    printPaths(
      'Not made, because errors stand in the way',
      missing.map(({ path }) => [path, '']),
    ),
    printPaths(
      'Gone',
      pruned.map((path) => [path, '']),
    ),
    '\n',
  ].join('');
}
