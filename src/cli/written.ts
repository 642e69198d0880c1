import type { WrittenFile } from '../scaffold/change.ts';
import type { Terminal } from './terminal.ts';

/** One line a file: what a command wrote. */
export function printWritten(files: readonly WrittenFile[], terminal: Terminal): void {
  const { paintOut } = terminal;
  const signs = { new: paintOut.green('new    '), changed: paintOut.yellow('changed') } as const;
  for (const { path, state } of files) terminal.out(`${signs[state]} ${path}\n`);
}

/** The command to type next, with the workspace where that is not this folder. */
export function printNext(command: string, workspace: string, terminal: Terminal, word = 'Next'): void {
  const folder = /^[\w./-]+$/.test(workspace) ? workspace : `'${workspace}'`;
  const rest = workspace === '.' ? '' : ` --workspace ${folder}`;
  terminal.out(`${word}: ${terminal.paintOut.bold(command + rest)}\n`);
}
