import { programVersion } from '../version.ts';
import type { Terminal } from './terminal.ts';

/** Says what nobody thought of, with its stack, and asks for a report. */
export function reportBug(thrown: unknown, terminal: Terminal, args: readonly string[]): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  terminal.err(
    `${terminal.paintErr.red('annex: a bug in this program')}\n` +
      `  Please report it with the text below, and the workspace if you can.\n` +
      `  annex ${programVersion()}, Node ${process.version}, arguments: ${args.join(' ')}\n${error.stack ?? error.message}\n`,
  );
}
