import { programVersion } from '../version.ts';
import { type ExitCode, exitCodes } from './exit.ts';
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
  WorkspaceFault: exitCodes.files,
  OutputFault: exitCodes.files,
};

/** Says what ended the run, and returns the exit code for it. Only a bug shows a stack, asking for a report. */
export function reportFault(fault: unknown, terminal: Terminal, args: readonly string[]): ExitCode {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const code = codes[error.name];
  const { paintErr } = terminal;
  if (code === undefined) {
    terminal.err(
      `${paintErr.red('annex: a bug in this program')}\n` +
        `  Please report it with the text below, and the workspace if you can.\n` +
        `  annex ${programVersion()}, Node ${process.version}, arguments: ${args.join(' ')}\n${error.stack ?? error.message}\n`,
    );
    return exitCodes.bug;
  }
  terminal.err(`${paintErr.red('annex:')} ${error.message}\n`);
  if (code === exitCodes.usage) terminal.err(`Try: ${helpFor(args)}\n`);
  return code;
}
