import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { printDiagnostic } from '../diagnostics/reporters/human.ts';
import type { Terminal } from './terminal.ts';

/** Prints findings one below the other: to `out` where they are the result, to `err` where they are said on the way. */
export function printFindings(
  findings: readonly LocatedDiagnostic[],
  terminal: Terminal,
  stream: 'out' | 'err',
): void {
  const paint = stream === 'out' ? terminal.paintOut : terminal.paintErr;
  for (const finding of findings) {
    terminal[stream](`${printDiagnostic(finding, { paint, excerpt: terminal.interactive })}\n`);
  }
}
