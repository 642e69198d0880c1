import { type Diagnostic, isBlocking, type Weight } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes } from './exit.ts';

/** The exit code that findings ask for: files before content, for until they can be read nothing is known. */
export function verdictOf(findings: readonly (Weight & Pick<Diagnostic, 'rule'>)[]): ExitCode {
  const faults = findings.filter(isBlocking);
  if (faults.some(({ rule }) => rule === 'file-unreadable')) return exitCodes.files;
  return faults.length > 0 ? exitCodes.content : exitCodes.fine;
}
