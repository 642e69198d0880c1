import { readNames } from '../completion/names.ts';
import { completionScripts } from '../completion/scripts.ts';
import { completeWords } from '../completion/words.ts';
import type { Command } from '../declare/command.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** `annex completion`: the script of a shell. */
export async function runCompletion(
  options: { readonly shell: keyof typeof completionScripts },
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.out(completionScripts[options.shell]);
  return exitCodes.fine;
}

/** `annex complete`: one candidate a line, a tab and its description behind it. */
export async function runComplete(
  options: { readonly words: readonly string[]; readonly commands: readonly Command[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const found = completeWords(options.words, { commands: options.commands, names: readNames });
  for (const { word, about } of found) terminal.out(`${word}\t${about}\n`);
  return exitCodes.fine;
}
