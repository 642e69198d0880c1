import { type LocatedDiagnostic, printPlace } from '../located.ts';
import { summarize } from '../summary.ts';
import type { Report } from './report.ts';

/**
 * `{format: 1, diagnostics: [{rule, severity, message, file, line, column, hints}], summary}`, with `accepted`,
 * `known` and `scope` where a finding has them, and `gone` where the run was held against a baseline. Line and column
 * are absent where a finding speaks of a whole file.
 */
export function printReportJson({ findings, gone, compared }: Report): string {
  const report = {
    format: 1,
    diagnostics: plainFindings(findings),
    ...(compared && { gone }),
    summary: summarize(findings),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Findings as they stand in JSON. */
export function plainFindings(diagnostics: readonly LocatedDiagnostic[]): object[] {
  return diagnostics.map(plain);
}

function plain(diagnostic: LocatedDiagnostic): object {
  const { rule, severity, message, place, also, hints, accepted, known, scope } = diagnostic;
  return {
    rule,
    severity,
    message,
    file: place.file,
    ...('line' in place && { line: place.line, column: place.column }),
    hints: also === undefined ? hints : [...hints, `See also ${printPlace(also)}`],
    ...(accepted !== undefined && { accepted }),
    ...(known === true && { known }),
    ...(scope !== undefined && { scope }),
  };
}
