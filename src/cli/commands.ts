import type { Argv } from 'yargs';
import { build } from './declare/build.ts';
import { check } from './declare/check.ts';
import type { Command } from './declare/command.ts';
import { completion, defineComplete } from './declare/completion.ts';
import { dev } from './declare/dev.ts';
import { diff } from './declare/diff.ts';
import { explain } from './declare/explain.ts';
import { extract } from './declare/extract.ts';
import { fix } from './declare/fix.ts';
import { fmt } from './declare/fmt.ts';
import { importCommand } from './declare/import.ts';
import { init } from './declare/init.ts';
import { list } from './declare/list.ts';
import { addNew } from './declare/new.ts';
import { pack } from './declare/pack.ts';
import { publish } from './declare/publish.ts';
import { release } from './declare/release.ts';
import { serve } from './declare/serve.ts';
import { show } from './declare/show.ts';
import { translate } from './declare/translate.ts';
import { verify } from './declare/verify.ts';
import { worker } from './declare/worker.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  addNew,
  importCommand,
  translate,
  build,
  pack,
  worker,
  dev,
  check,
  explain,
  list,
  show,
  verify,
  publish,
  serve,
  extract,
  diff,
  release,
  fix,
  fmt,
  completion,
  defineComplete(() => commands),
];

/** Declares all commands on a parser. */
export function declareCommands(parser: Argv): Argv {
  for (const command of commands) command.declare(parser);
  return parser;
}

/** Every option of every command, for 'did you mean'. */
export function optionNames(): string[] {
  const all = commands.flatMap((command) => [command, ...command.commands]);
  return [...new Set([...all.flatMap(({ options }) => Object.keys(options)), 'help', 'version'])];
}
