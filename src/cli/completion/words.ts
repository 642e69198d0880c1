import type { Options, PositionalOptions } from 'yargs';
import type { Names } from '../../plan/request.ts';
import type { Command } from '../declare/command.ts';

/** A word that the tab key may put in, and what the shell says beside it. */
export type Candidate = { readonly word: string; readonly about: string };

/** Finds what may be typed; names of the workspace are asked for only where one may stand. */
export type Completion = {
  readonly commands: readonly Command[];
  readonly names: (workspace: string) => Names;
};

/**
 * What may stand in the place of the last word of a command line, which may be empty. Nothing where a file, a folder
 * or a text of the user's own belongs: there a shell completes files by itself.
 *
 * @param words the command line without the name of the program
 */
export function completeWords(words: readonly string[], { commands, names }: Completion): Candidate[] {
  const { command, rest } = findCommand(joinEquals(words), commands);
  const typed = rest.at(-1) ?? '';
  const inner = command === undefined ? commands : command.commands;
  if (inner.length > 0) return rest.length > 1 ? [] : starting(typed, listCommands(inner));
  if (command === undefined) return [];
  const namesOf = (key: string) => listNames(key, names(workspaceIn(rest)));
  const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(typed) ?? [];
  if (flag !== undefined)
    return valuesOf(command, flag, value!, namesOf).map((found) => withPrefix(`${flag}=`, found));
  const before = rest.at(-2) ?? '';
  if (takesValue(command, before)) return valuesOf(command, before, typed, namesOf);
  if (typed.startsWith('-')) return starting(typed, listOptions(command));
  return starting(typed, listArguments(command, rest.slice(0, -1), namesOf));
}

/** Bash parts `--language=fr` into three words. */
function joinEquals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isOpen = last !== undefined && /^--[\w-]+=$/.test(last);
    if (last !== undefined && (word === '=' || isOpen)) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/** The command that is typed already, and the words behind it. */
function findCommand(
  words: readonly string[],
  commands: readonly Command[],
): { command: Command | undefined; rest: readonly string[] } {
  const [name, ...rest] = words;
  const command = rest.length === 0 ? undefined : commands.find((candidate) => candidate.name === name);
  if (command === undefined) return { command, rest: words };
  const inner = findCommand(rest, command.commands);
  return inner.command === undefined ? { command, rest } : inner;
}

function listCommands(commands: readonly Command[]): Candidate[] {
  return commands.flatMap(({ name, about }) => (about === undefined ? [] : [{ word: name, about }]));
}

function listOptions({ options }: Command): Candidate[] {
  const described = Object.entries(options).map(([name, { describe }]) => candidate(`--${name}`, describe));
  return [...described, candidate('--help', 'Show help')];
}

/** The option that a word names, by its name or its letter. */
function optionFor({ options }: Command, word: string): [name: string, option: Options] | undefined {
  const name = /^--?([\w-]+)$/.exec(word)?.[1];
  return Object.entries(options).find(
    ([key, { alias }]) => name !== undefined && (key === name || alias === name),
  );
}

function takesValue(command: Command, word: string): boolean {
  const option = optionFor(command, word)?.[1];
  return option !== undefined && option.type !== 'boolean';
}

type NamesOf = (key: string) => Candidate[];

/** The values of an option; of a list, for what stands behind its last comma. */
function valuesOf(command: Command, word: string, typed: string, namesOf: NamesOf): Candidate[] {
  const found = optionFor(command, word);
  if (found === undefined) return [];
  const [name, option] = found;
  const before = option.array === true ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const taken = before.split(',');
  return starting(typed.slice(before.length), [...listChoices(option), ...namesOf(name)])
    .filter(({ word: value }) => !taken.includes(value))
    .map((value) => withPrefix(before, value));
}

function listArguments(command: Command, words: readonly string[], namesOf: NamesOf): Candidate[] {
  const typed = words.filter((word, i) => !word.startsWith('-') && !takesValue(command, words[i - 1] ?? ''));
  const argument = argumentAt(command, typed.length);
  if (argument === undefined) return [];
  return [...listChoices(argument[1]), ...namesOf(argument[0])].filter(({ word }) => !typed.includes(word));
}

/** The last argument of a command may be one that is repeated. */
function argumentAt({ positionals }: Command, index: number): [string, PositionalOptions] | undefined {
  const all = Object.entries(positionals);
  const last = all.at(-1);
  return all[index] ?? (last?.[1].array === true ? last : undefined);
}

function listChoices({ choices }: Options | PositionalOptions): Candidate[] {
  return (Array.isArray(choices) ? choices : []).map((choice) => candidate(String(choice)));
}

/** An option or argument that is called product, language, format or brand takes a name of the workspace. */
function listNames(key: string, { products, languages, formats, brands }: Names): Candidate[] {
  const known = { product: products, language: languages, format: formats, brand: brands };
  return (key in known ? known[key as keyof typeof known] : []).map((name) => candidate(name));
}

/** The workspace that the command line names so far, or this folder. */
function workspaceIn(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '--workspace' || word === '-w');
  const joined = words.find((word) => word.startsWith('--workspace='));
  return joined?.slice('--workspace='.length) ?? (at < 0 ? undefined : words[at + 1]) ?? '.';
}

function starting(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(typed));
}

function withPrefix(prefix: string, { word, about }: Candidate): Candidate {
  return { word: prefix + word, about };
}

function candidate(word: string, about: string | undefined = ''): Candidate {
  return { word, about };
}
