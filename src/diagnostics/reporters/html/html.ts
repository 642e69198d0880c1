import { createHash } from 'node:crypto';
import type { Account } from '../../account.ts';
import type { Baseline } from '../../baseline/baseline.ts';
import { isOpen } from '../../diagnostic.ts';
import type { LocatedDiagnostic } from '../../located.ts';
import { printSummary, summarize } from '../../summary.ts';
import { byFile } from '../by-file.ts';
import { escapeMarkup as text } from '../markup.ts';
import type { Report } from '../report.ts';
import { writeFinding } from './finding.ts';
import { sheet } from './sheet.ts';

/**
 * One page that asks for nothing from outside and forbids itself to: the findings that count file by file, then what
 * was accepted and why, what stands in the baseline, and what each rule that was met asks for. It looks as a web annex
 * does, in the neutral brand.
 */
export function printHtml(report: Report): string {
  const { findings, gone, accounts, version } = report;
  const open = findings.filter(isOpen);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const known = findings.filter((finding) => finding.accepted === undefined && finding.known === true);
  const met = new Set(findings.map(({ rule }) => rule));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Findings: ${text(printSummary(summarize(findings)))}</title>
<link rel="icon" href="data:,">
<style>${sheet}</style>
</head>
<body>
<header>
<p class="label">annex check</p>
<h1>Findings</h1>
${writeFacts(report)}
</header>
<main>
${writeOpen(open)}
${writeListed('Accepted', 'Findings that somebody looked at and let stand, each with the reason.', accepted)}
${writeListed('In the baseline', 'Findings that were there when the baseline was written. They do not count.', known)}
${writeGone(gone)}
${writeRules(accounts.filter(({ id }) => met.has(id)))}
</main>
<footer><p>Annexpress ${text(version)}</p></footer>
</body>
</html>
`;
}

/** Nothing runs and nothing is loaded but this style sheet. */
function policy(): string {
  const digest = createHash('sha256').update(sheet).digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function writeFacts({ findings, gone, compared }: Report): string {
  const { errors, warnings, notes, accepted, known = 0 } = summarize(findings);
  const facts: [string, number, boolean][] = [
    ['Errors', errors, true],
    ['Warnings', warnings, true],
    ['Notes', notes, notes > 0],
    ['Accepted', accepted, true],
    ['In the baseline', known, compared],
    ['Gone', gone.length, compared],
  ];
  const shown = facts.filter(([, , isShown]) => isShown);
  return `<dl class="facts">${shown.map(([name, number]) => `<div><dt>${name}</dt><dd>${number}</dd></div>`).join('')}</dl>`;
}

function writeOpen(findings: readonly LocatedDiagnostic[]): string {
  if (findings.length === 0) return '<p class="fine">There is nothing to mend.</p>';
  return [...byFile(findings)]
    .map(([file, own]) => `<section>\n<h2>${text(file)}</h2>\n${writeList(own)}\n</section>`)
    .join('\n');
}

function writeListed(title: string, about: string, findings: readonly LocatedDiagnostic[]): string {
  if (findings.length === 0) return '';
  return `<section>\n<h2>${title}</h2>\n<p>${about}</p>\n${writeList(findings, true)}\n</section>`;
}

function writeList(findings: readonly LocatedDiagnostic[], withFile = false): string {
  const items = findings.map((finding) => writeFinding(finding, withFile));
  return `<ol class="findings">\n${items.join('\n')}\n</ol>`;
}

function writeGone(gone: Baseline): string {
  if (gone.length === 0) return '';
  const items = gone.map(
    ({ file, rule, message }) =>
      `<li><p class="place">${text(file)} <span class="rule">${text(rule)}</span></p><p>${text(message)}</p></li>`,
  );
  return `<section>\n<h2>Gone from the baseline</h2>\n<ol class="findings">\n${items.join('\n')}\n</ol>\n</section>`;
}

function writeRules(accounts: readonly Account[]): string {
  if (accounts.length === 0) return '';
  const items = accounts.map(
    ({ id, says, more }) =>
      `<div id="rule-${text(id)}"><dt>${text(id)}</dt><dd>${text(says)} ${text(more)}</dd></div>`,
  );
  return `<section>\n<h2>What was found fault with</h2>\n<dl class="rules">\n${items.join('\n')}\n</dl>\n</section>`;
}
