import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import { commands, optionNames } from './commands.ts';
import type { Command } from './declare/command.ts';
import { UsageFault } from './usage-fault.ts';

/**
 * A misspelt command is named before any of its options are looked at; so is one behind `new`. Throws UsageFault.
 *
 * @param args the command line
 */
export function expectCommand(args: readonly string[], known: readonly Command[] = commands): void {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) return;
  const command = known.find((candidate) => candidate.name === name);
  if (command !== undefined) {
    if (command.commands.length > 0) expectCommand(rest, command.commands);
    return;
  }
  const names = known.filter(({ about }) => about !== undefined).map((candidate) => candidate.name);
  throw new UsageFault(`Unknown command '${name}'. ${advise(name, names)}`);
}

/** What the parser says of a command line, in words that name what was meant or what is missing. */
export function explainUsage(message: string, args: readonly string[]): string {
  return explainOption(message) ?? explainChoice(message) ?? explainMissing(message, args) ?? message;
}

function explainOption(message: string): string | undefined {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  if (unknown === undefined) return undefined;
  const near = nearest(unknown, optionNames());
  return `Unknown option --${unknown}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

function explainChoice(message: string): string | undefined {
  const found = /Argument: (\S+), Given: "(.*)", Choices: (.+)/.exec(message);
  if (found === null) return undefined;
  const [, argument, given, choices] = found;
  const known = [...choices!.matchAll(/"([^"]+)"/g)].map((choice) => choice[1]!);
  return `'${given}' is no choice for ${argument}. ${advise(given!, known)}`;
}

function explainMissing(message: string, args: readonly string[]): string | undefined {
  if (!message.startsWith('Not enough non-option arguments')) return undefined;
  const outer = commands.find(({ name }) => name === args[0]);
  const inner = outer?.commands.find(({ name }) => name === args[1]);
  const usage = inner === undefined ? outer?.usage : `${outer?.name} ${inner.usage}`;
  return `Something is missing: annex ${usage}`;
}

function advise(typed: string, known: readonly string[]): string {
  return didYouMean(typed, known).join(' ');
}
