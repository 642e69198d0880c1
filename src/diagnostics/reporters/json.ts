import { type LocatedDiagnostic, printPlace } from '../located.ts';
import { summarize } from '../summary.ts';

/**
 * `{format: 1, diagnostics: [{rule, severity, message, file, line, column, hints}], summary}`, with `accepted` and
 * `scope` where a finding has them. Line and column are absent where a finding speaks of a whole file.
 */
export function printJson(diagnostics: readonly LocatedDiagnostic[]): string {
  return `${JSON.stringify({ format: 1, diagnostics: plainFindings(diagnostics), summary: summarize(diagnostics) }, null, 2)}\n`;
}

/** Findings as they stand in JSON. */
export function plainFindings(diagnostics: readonly LocatedDiagnostic[]): object[] {
  return diagnostics.map(plain);
}

function plain(diagnostic: LocatedDiagnostic): object {
  const { rule, severity, message, place, also, hints, accepted, scope } = diagnostic;
  return {
    rule,
    severity,
    message,
    file: place.file,
    ...('line' in place && { line: place.line, column: place.column }),
    hints: also === undefined ? hints : [...hints, `See also ${printPlace(also)}`],
    ...(accepted !== undefined && { accepted }),
    ...(scope !== undefined && { scope }),
  };
}
