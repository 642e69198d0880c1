import { isOpen, worstOf } from '../diagnostic.ts';
import { type LocatedDiagnostic, printPlace } from '../located.ts';
import { printSummary, summarize } from '../summary.ts';
import { printTable } from './markdown-table.ts';
import type { Report } from './report.ts';

/** GitHub shows ten errors and ten warnings of a step and drops the others; ten in all are what a person reads. */
const shown = 10;

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Workflow commands for the worst ten findings that count. All of them stand in the list (`printGithubList`), and
 * `list` names where a reader finds it.
 */
export function printGithub({ findings, root }: Report, list?: string): string {
  const open = findings.filter(isOpen);
  const worst = worstOf(findings, shown);
  const lines = worst.map((finding) => printCommand(finding, root));
  if (open.length > shown) {
    const all = list === undefined ? '--report-file takes' : `${list} has`;
    lines.push(`The worst ${shown} findings are annotated; ${all} all ${open.length}.`);
  }
  return [...lines, printSummary(summarize(findings)), ''].join('\n');
}

/** Every finding as Markdown tables, for the summary of a step or a file: those that count, those accepted and why. */
export function printGithubList({ findings, gone }: Report): string {
  const head = `### annex check: ${printSummary(summarize(findings))}\n`;
  const open = findings
    .filter(isOpen)
    .map(({ severity, rule, place, message, hints }) => [
      severity,
      rule,
      printPlace(place),
      [message, ...hints].join(' '),
    ]);
  const accepted = findings.flatMap(({ accepted, rule, place, message }) =>
    accepted === undefined ? [] : [[rule, printPlace(place), message, accepted]],
  );
  const tables =
    printTable(['', 'Rule', 'Place', 'Finding'], open) +
    printTable(['Accepted', 'Place', 'Finding', 'Reason'], accepted);
  const mended = gone.length === 0 ? '' : `\nGone from the baseline: ${gone.length}.\n`;
  return head + tables + mended;
}

function printCommand({ severity, rule, message, hints, place }: LocatedDiagnostic, root: string): string {
  const at = 'line' in place ? [`line=${place.line}`, `col=${place.column}`] : [];
  const properties = [`file=${property(root + place.file)}`, ...at, `title=${property(rule)}`];
  return `::${commands[severity]} ${properties.join(',')}::${data([message, ...hints].join('\n'))}`;
}

/** The escapes of workflow commands: a text cannot end its command, or begin another. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
