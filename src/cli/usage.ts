import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import { commands, optionNames } from './commands.ts';
import type { Command } from './declare/command.ts';
import { UsageFault } from './usage-fault.ts';

/** What is said of a command line that names no command. */
export const nothingNamed = 'Name a command.';

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

/** The help of the innermost command that was understood, as it is typed: `annex new product --help`. */
export function helpFor(args: readonly string[]): string {
  return ['annex', ...understood(args).map(({ name }) => name), '--help'].join(' ');
}

/** The commands that a command line begins with: `new`, `product`. */
function understood([name, ...rest]: readonly string[], known: readonly Command[] = commands): Command[] {
  const command = known.find((candidate) => candidate.name === name && candidate.about !== undefined);
  return command === undefined ? [] : [command, ...understood(rest, command.commands)];
}

/** What the parser says of a command line, in words that name what was meant or what is missing. */
export function explainUsage(message: string, args: readonly string[]): string {
  return (
    explainOption(message, args) ??
    explainChoice(message) ??
    explainMissing(message, args) ??
    explainValue(message, args) ??
    explainConflict(message) ??
    explainNothing(message, args) ??
    message
  );
}

function explainOption(message: string, args: readonly string[]): string | undefined {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  return unknown === undefined ? undefined : unknownOption(unknown, args);
}

function unknownOption(name: string, args: readonly string[]): string {
  const chain = understood(args);
  if (chain.length > 0 && optionNames().includes(name))
    return `annex ${chain.map((command) => command.name).join(' ')} takes no --${name}.`;
  const own = chain.at(-1)?.options;
  const near = nearest(name, own === undefined ? optionNames() : [...Object.keys(own), 'help', 'version']);
  const typed = name.length === 1 ? `-${name}` : `--${name}`;
  return `Unknown option ${typed}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

function explainChoice(message: string): string | undefined {
  const found = /Argument: (\S+), Given: "(.*)", Choices: (.+)/.exec(message);
  if (found === null) return undefined;
  const [, argument, given, choices] = found;
  const known = [...choices!.matchAll(/"([^"]+)"/g)].map((choice) => choice[1]!);
  return `'${given}' is no choice for ${argument}. ${advise(given!, known)}`;
}

function explainMissing(message: string, args: readonly string[]): string | undefined {
  const option = /^Missing required arguments?: ([^,]+)/.exec(message)?.[1];
  const chain = understood(args);
  if (option !== undefined) {
    const about = chain.at(-1)?.options[option]?.describe;
    return `--${option} is missing${about === undefined ? '' : `: ${about.charAt(0).toLowerCase()}${about.slice(1)}`}.`;
  }
  if (!message.startsWith('Not enough non-option arguments')) return undefined;
  const words = [...chain.slice(0, -1).map(({ name }) => name), chain.at(-1)?.usage];
  return `Something is missing: annex ${words.join(' ')}`;
}

/** An option that takes a value and has none; named in full where its letter was typed. */
function explainValue(message: string, args: readonly string[]): string | undefined {
  const typed = /^Not enough arguments following: (\S+)/.exec(message)?.[1];
  if (typed === undefined) return undefined;
  const options = Object.entries(understood(args).at(-1)?.options ?? {});
  const name = options.find(([, { alias }]) => alias === typed)?.[0] ?? typed;
  return `--${name} needs a value behind it.`;
}

function explainConflict(message: string): string | undefined {
  const found = /^Arguments (\S+) and (\S+) are mutually exclusive/.exec(message);
  return found === null ? undefined : `--${found[1]} and --${found[2]} exclude each other.`;
}

/** Without a command, the parser does not look at options. */
function explainNothing(message: string, args: readonly string[]): string | undefined {
  const [first = ''] = args;
  const option = /^--([\w-]+)/.exec(first)?.[1];
  return message === nothingNamed && option !== undefined && !optionNames().includes(option)
    ? unknownOption(option, args)
    : undefined;
}

function advise(typed: string, known: readonly string[]): string {
  return didYouMean(typed, known).join(' ');
}
