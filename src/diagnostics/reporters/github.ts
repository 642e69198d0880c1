import { isOpen } from '../diagnostic.ts';
import { type LocatedDiagnostic, printPlace } from '../located.ts';
import { printSummary, summarize } from '../summary.ts';
import type { Report } from './report.ts';

/** GitHub shows ten annotations of a step and drops the others. */
const shown = 10;

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;
const weights = { error: 0, warning: 1, note: 2 } as const;

/** Workflow commands for the worst ten findings that count; the rest stands in the list (`printGithubList`). */
export function printGithub({ findings, root }: Report): string {
  const open = findings.filter(isOpen);
  const worst = open.toSorted((a, b) => weights[a.severity] - weights[b.severity]).slice(0, shown);
  const rest = open.length - worst.length;
  const lines = worst.map((finding) => printCommand(finding, root));
  if (rest > 0)
    lines.push(`The worst ${shown} are annotated; ${rest} more stand in the summary of this step.`);
  return [...lines, printSummary(summarize(findings)), ''].join('\n');
}

/** Every finding that counts as a Markdown table: for the summary of a step, or a file. */
export function printGithubList({ findings, gone }: Report): string {
  const open = findings.filter(isOpen);
  const head = `### annex check: ${printSummary(summarize(findings))}\n`;
  const rows = open.map((finding) =>
    [finding.severity, finding.rule, printPlace(finding.place), [finding.message, ...finding.hints].join(' ')]
      .map(cellOf)
      .join(' | '),
  );
  const table =
    rows.length === 0
      ? ''
      : `\n| | Rule | Place | Finding |\n| --- | --- | --- | --- |\n| ${rows.join(' |\n| ')} |\n`;
  const mended = gone.length === 0 ? '' : `\nGone from the baseline: ${gone.length}.\n`;
  return head + table + mended;
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

/** A text in a cell of a Markdown table: nothing in it is markup. */
function cellOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&$@-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
