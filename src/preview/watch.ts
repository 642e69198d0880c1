import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { PreviewFault } from './fault.ts';

/** Where people write: what else lies in the folder of a workspace is nobody's source. */
const sources = new Set(['annex.yaml', 'data', 'templates']);

/** Milliseconds of quiet after which a change is complete: an editor often writes a file in several steps. */
const quiet = 10;

export type Watch = { readonly close: () => Promise<void> };

/**
 * Calls `changed` with the paths of source files (relative to the workspace, forward slashes) that were written, made or
 * removed, those of one moment together. Resolves when every file is being watched. Throws PreviewFault.
 */
export async function watchSources(
  root: string,
  changed: (paths: readonly string[]) => void,
): Promise<Watch> {
  const pathOf = (path: string) => relative(root, path).split(sep).join('/');
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => {
      const [first = ''] = pathOf(path).split('/');
      return first !== '' && !sources.has(first);
    },
  });
  const gather = gatherer(changed);
  watcher.on('all', (_, path) => gather.add(pathOf(path)));
  await new Promise<void>((resolve, reject) => {
    // Once all is watched, what can be watched no longer can be read no longer either, and reading says so.
    watcher.once('ready', resolve).on('error', (thrown) => reject(explain(thrown, root)));
  });
  return {
    async close() {
      gather.stop();
      await watcher.close();
    },
  };
}

/** A system watches only so many files at a time, for all programs of a user together. */
function explain(thrown: unknown, root: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const reason = code === 'ENOSPC' || code === 'EMFILE' ? 'too many files are watched on this machine' : code;
  return typeof reason === 'string' ? new PreviewFault(`'${root}' cannot be watched: ${reason}.`) : thrown;
}

/** Gathers paths until no more come. */
function gatherer(changed: (paths: readonly string[]) => void) {
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const hand = () => {
    const gathered = [...paths];
    paths.clear();
    changed(gathered);
  };
  return {
    add(path: string) {
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(hand, quiet);
    },
    stop: () => clearTimeout(timer),
  };
}
