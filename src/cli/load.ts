import { existsSync } from 'node:fs';
import module from 'node:module';

/** In dist/: the modules of the command in few files, which scripts/bundle/ makes. */
const bundle = new URL('../bundle/run.mjs', import.meta.url);

/** The command, from its bundle where there is one: Node finds and compiles that in less time than 400 modules. */
export async function loadCommand(): Promise<typeof import('./run.ts')> {
  keepCompiled();
  return existsSync(bundle) ? import(bundle.href) : import('./run.ts');
}

/** Node 22 keeps what it compiled for the next process; Node 20 cannot. */
function keepCompiled(): void {
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
}
