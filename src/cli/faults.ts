import { reportBug } from './bug.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { Interrupted } from './interrupt.ts';
import type { Terminal } from './terminal.ts';
import { helpFor } from './usage.ts';

/** Faults that are nobody's bug, by the name of their class: each is thrown with a message meant for the user. */
const codes: Readonly<Record<string, ExitCode>> = {
  UsageFault: exitCodes.usage,
  YError: exitCodes.usage,
  UnknownName: exitCodes.usage,
  OutputRefused: exitCodes.usage,
  NameRefused: exitCodes.usage,
  ComparisonUnclear: exitCodes.usage,
  StoreAddressRefused: exitCodes.usage,
  ProgramRefused: exitCodes.usage,
  QueueRefused: exitCodes.usage,
  WorkspaceFault: exitCodes.files,
  OutputFault: exitCodes.files,
  PreviewFault: exitCodes.files,
  ListenFault: exitCodes.files,
  StoreFault: exitCodes.files,
  FleetUnready: exitCodes.files,
  QueueFault: exitCodes.files,
};

/** Says what ended the run, and returns the exit code for it. Only a bug shows a stack, asking for a report. */
export function reportFault(fault: unknown, terminal: Terminal, args: readonly string[]): ExitCode {
  if (fault instanceof Interrupted) {
    terminal.err(`${fault.message}\n`);
    return fault.code;
  }
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const code = codes[error.name];
  const { paintErr } = terminal;
  if (code === undefined) {
    reportBug(error, terminal, args);
    return exitCodes.bug;
  }
  terminal.err(`${paintErr.red('annex:')} ${error.message}\n`);
  if (code === exitCodes.usage) terminal.err(`Try: ${helpFor(args)}\n`);
  return code;
}
