import type { SourceFile, Workspace } from './workspace.ts';

/** A workspace that reads each file once, until it is told that the file has changed. */
export type KeptWorkspace = Workspace & {
  /** Drops what was read and listed of these paths, beneath them and above them. */
  readonly forget: (paths: Iterable<string>) => void;
};

/**
 * Keeps what was read of a workspace, for a program that stays and reads it again and again. An unchanged file comes
 * back as the same bytes, and what is kept by its bytes elsewhere (fonts, tables, templates) is found again by them.
 */
export function keepWorkspace(workspace: Workspace): KeptWorkspace {
  const files = new Map<string, SourceFile | undefined>();
  const listed = new Map<string, ReturnType<Workspace['list']>>();
  return {
    name: workspace.name,
    read: (path) => keep(files, path, workspace.read),
    list: (folder) => keep(listed, folder, workspace.list),
    forget(paths) {
      for (const path of paths) {
        drop(files, path);
        drop(listed, path);
      }
    },
  };
}

/**
 * A path, all beneath it, for it may be a folder that another took the place of, and every folder above it, for a new
 * file may be the first in a new folder.
 */
function drop(kept: Map<string, unknown>, path: string): void {
  for (const known of kept.keys()) if (isWithin(known, path) || isWithin(path, known)) kept.delete(known);
}

/** Whether a path is a folder, or lies in it; everything lies in the root, which is ''. */
function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** What cannot be read is thrown each time, and not kept: it may be readable the next time. */
function keep<T>(kept: Map<string, T>, path: string, read: (path: string) => T): T {
  if (kept.has(path)) return kept.get(path) as T;
  const value = read(path);
  kept.set(path, value);
  return value;
}
