import { checkPath, inCodeUnitOrder } from './paths.ts';
import { WorkspaceFault, type WritableWorkspace } from './workspace.ts';

/** A workspace that lives in memory: for tests, and for trying a change before it is written. Text is UTF-8. */
export function memoryWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  name = 'memory',
): WritableWorkspace {
  const held = new Map<string, Uint8Array>();
  const hasFolder = (folder: string): boolean =>
    [...held.keys()].some((path) => path.startsWith(`${folder}/`));
  for (const [path, content] of Object.entries(files)) {
    held.set(checkPath(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return {
    name,
    read(path) {
      const checkedPath = checkPath(path);
      const bytes = held.get(checkedPath);
      if (bytes !== undefined) return { path: checkedPath, bytes };
      if (!hasFolder(checkedPath)) return undefined;
      throw new WorkspaceFault(checkedPath, `'${checkedPath}' cannot be read: it is a folder, not a file.`);
    },
    list: (folder) => listHeld(held.keys(), checkPath(folder)),
    write(path, bytes) {
      held.set(checkPath(path), bytes);
    },
  };
}

function listHeld(paths: Iterable<string>, folder: string): { files: string[]; folders: string[] } {
  const start = folder === '' ? '' : `${folder}/`;
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(start)) continue;
    const [name, ...rest] = path.slice(start.length).split('/');
    (rest.length === 0 ? files : folders).add(name!);
  }
  return { files: inCodeUnitOrder(files), folders: inCodeUnitOrder(folders) };
}
