import { fileURLToPath } from 'node:url';
import { openWorkspace } from './disk.ts';
import { keepWorkspace } from './kept.ts';
import { once } from './once.ts';
import type { Workspace } from './workspace.ts';

/**
 * What of the program's own repository stands in for files that a workspace does not have: templates, the neutral
 * brand, the words of the templates in every language, and the words that negate. Never its products, sections or other brands.
 */
const shipped =
  /^(?:data\/(?:wording|negations)\.csv|data\/translations\/[^/]+\.csv|templates\/(?!brands\/)[^/]+(?:\/[^/]+)*|templates\/brands\/neutral\/.+)$/;

/** The files that ship with the program, as a workspace of their own. */
export function shippedWorkspace(): Workspace {
  const whole = programFiles();
  return {
    name: 'shipped with annex',
    read: (path) => (shipped.test(path) ? whole.read(path) : undefined),
    list(folder) {
      if (folder !== 'templates' && !folder.startsWith('templates/')) return { files: [], folders: [] };
      const { files, folders } = whole.list(folder);
      return {
        files,
        folders: folder === 'templates/brands' ? folders.filter((name) => name === 'neutral') : folders,
      };
    },
  };
}

/** Each of its files is read once. It lies two folders above this file, in src/ as in dist/. */
const programFiles = once(() =>
  keepWorkspace(openWorkspace(fileURLToPath(new URL('../../', import.meta.url)))),
);

/** Only the part of the shipped files that overlays file by file; words are merged one by one instead. */
export function shippedTemplates(): Workspace {
  const all = shippedWorkspace();
  return { ...all, read: (path) => (path.startsWith('templates/') ? all.read(path) : undefined) };
}
