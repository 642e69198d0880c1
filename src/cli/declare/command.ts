import type { ArgumentsCamelCase, Argv, InferredOptionType, Options, PositionalOptions } from 'yargs';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { Understood } from '../understood.ts';
import { UsageFault } from '../usage-fault.ts';

type Positionals = Readonly<Record<string, PositionalOptions>>;
type OptionSet = Readonly<Record<string, Options>>;
type Examples = readonly (readonly [line: string, says: string])[];
type Values<P extends Positionals, O extends OptionSet> = {
  [K in keyof P]: InferredOptionType<P[K]>;
} & { [K in keyof O]: InferredOptionType<O[K]> };

/** What a command says of itself. Help, completion and 'did you mean' are all made from it. */
type Declaration<P extends Positionals, O extends OptionSet> = {
  /** As the help shows it: `show <product>`. The first word is the command's name. */
  readonly usage: string;
  /** One line for the help. A command without it is hidden: programs call it. */
  readonly about?: string;
  readonly positionals: P;
  readonly options: O;
  readonly examples: Examples;
  /** Whether further words may stand behind those of its usage. */
  readonly open?: boolean;
  /** Loads what the command needs only when it is called, so that `annex --help` answers at once. */
  readonly run: (values: ArgumentsCamelCase<Values<P, O>>, terminal: Terminal) => Promise<ExitCode>;
};

/** A declared command, or a word such as `new` with commands of its own. */
export type Command = {
  readonly name: string;
  /** As the help shows it, without the words before it: `product <id>`. */
  readonly usage: string;
  /** Absent where the command is hidden. */
  readonly about: string | undefined;
  readonly positionals: Positionals;
  readonly options: OptionSet;
  readonly commands: readonly Command[];
  /** Parsed by such a parser, a command line that asks for the command throws Understood. */
  readonly declare: (parser: Argv) => void;
};

/** A command from what it says of itself. */
export function defineCommand<const P extends Positionals, const O extends OptionSet>(
  declaration: Declaration<P, O>,
): Command {
  const { usage, about, positionals, options, examples, open = false, run } = declaration;
  const name = usage.split(' ')[0]!;
  return {
    name,
    usage,
    about,
    positionals,
    options,
    commands: [],
    declare(parser) {
      parser.command<Values<P, O>>(
        usage,
        // `false` hides a command, which the types of yargs know only where no builder follows.
        (about ?? false) as string,
        (args) => {
          for (const [key, positional] of Object.entries(positionals)) args.positional(key, positional);
          for (const [line, says] of examples) args.example(line, says);
          return args.options(options) as unknown as Argv<Values<P, O>>;
        },
        (values) => {
          const [more] = values._.slice(values._.lastIndexOf(name) + 1);
          if (more !== undefined && !open) refuseWord(String(more), name, positionals);
          refuseRepeats(values, options);
          throw new Understood((terminal) => run(values, terminal));
        },
      );
    },
  };
}

/** Of two values for what takes one, neither is taken. */
function refuseRepeats(values: Readonly<Record<string, unknown>>, options: OptionSet): void {
  for (const [key, { array }] of Object.entries(options)) {
    if (array !== true && Array.isArray(values[key]))
      throw new UsageFault(`--${key} is given more than once.`);
  }
}

/** What is not understood is not passed over. */
function refuseWord(word: string, name: string, positionals: Positionals): never {
  const takesNone = Object.keys(positionals).length === 0;
  const advice = takesNone ? `annex ${name} takes options alone.` : 'Put a text of several words in quotes.';
  throw new UsageFault(`'${word}' is one word too many. ${advice}`);
}

/** A word that stands before other commands: `new` before `product`. */
export function groupCommands(
  name: string,
  about: string,
  commands: readonly Command[],
  examples: Examples,
): Command {
  return {
    name,
    usage: name,
    about,
    positionals: {},
    options: {},
    commands,
    declare(parser) {
      parser.command(name, about, (args) => {
        for (const command of commands) command.declare(args);
        for (const [line, says] of examples) args.example(line, says);
        const names = commands.map((command) => command.name);
        return args.demandCommand(1, `Say which: ${names.join(', ')}.`);
      });
    },
  };
}
