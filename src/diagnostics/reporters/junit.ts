import { isOpen } from '../diagnostic.ts';
import { type LocatedDiagnostic, printPlace } from '../located.ts';
import { byFile } from './by-file.ts';
import { escapeMarkup } from './markup.ts';
import type { Report } from './report.ts';

/**
 * JUnit XML, which build servers read: a suite a file, a case a finding. Only an error that counts fails; a warning
 * passes and says so in `system-out`; what is accepted, or stands in the baseline, is skipped. A run without findings
 * has one case that passes, for a file without any reads as a broken build.
 */
export function printJunit({ findings }: Report): string {
  const suites = [...byFile(findings)].map(([file, own]) => printSuite(file, own));
  if (suites.length === 0) {
    suites.push(
      '  <testsuite name="annex check" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="annex check" name="no findings"/>\n  </testsuite>',
    );
  }
  const { failures, skipped } = count(findings);
  const tests = Math.max(1, findings.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="annex check" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">\n${suites.join('\n')}\n</testsuites>\n`;
}

function printSuite(file: string, findings: readonly LocatedDiagnostic[]): string {
  const { failures, skipped } = count(findings);
  const cases = findings.map((finding) => printCase(finding, file));
  return `  <testsuite name="${escapeMarkup(file)}" tests="${findings.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.join('\n')}\n  </testsuite>`;
}

function count(findings: readonly LocatedDiagnostic[]): { failures: number; skipped: number } {
  const open = findings.filter(isOpen);
  return {
    failures: open.filter(({ severity }) => severity === 'error').length,
    skipped: findings.length - open.length,
  };
}

function printCase(finding: LocatedDiagnostic, file: string): string {
  const { rule, message, severity, place } = finding;
  const at = 'line' in place ? ` (${place.line}:${place.column})` : '';
  const head = `    <testcase classname="${escapeMarkup(file)}" name="${escapeMarkup(`${rule}${at}`)}">`;
  const text = escapeMarkup(describe(finding));
  const body = !isOpen(finding)
    ? `<skipped message="${escapeMarkup(reasonOf(finding))}"/><system-out>${text}</system-out>`
    : severity === 'error'
      ? `<failure type="${escapeMarkup(rule)}" message="${escapeMarkup(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `${head}${body}</testcase>`;
}

function reasonOf({ accepted }: LocatedDiagnostic): string {
  return accepted === undefined ? 'Stands in the baseline.' : `Accepted: ${accepted}`;
}

function describe({ place, severity, message, hints, also }: LocatedDiagnostic): string {
  const see = also === undefined ? [] : [`See also ${printPlace(also)}`];
  return [`${printPlace(place)} ${severity} ${message}`, ...hints, ...see].join('\n');
}
