import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cacheFolder, loadCompiled } from './compiled.ts';

type Command = typeof import('./run.ts') & {
  /** To be called when it is done. */
  readonly keep: () => void;
};

/** In dist/, beside this file: all modules of the command in one, which scripts/bundle.mjs makes. */
const bundle = fileURLToPath(new URL('./command.cjs', import.meta.url));

/** The command, from one file where there is one: Node finds and compiles it in less time than its 700 modules. */
export async function loadCommand(args: readonly string[]): Promise<Command> {
  if (!existsSync(bundle)) return { ...(await import('./run.ts')), keep: () => {} };
  const work = /^[a-z]+$/.exec(args[0] ?? '')?.[0] ?? 'help';
  const { exports, keep } = loadCompiled(bundle, work, cacheFolder(bundle));
  return { ...(exports as typeof import('./run.ts')), keep };
}
