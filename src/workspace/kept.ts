import type { SourceFile, Workspace } from './workspace.ts';

/** A workspace that reads each file once, until it is told that the file has changed. */
export type KeptWorkspace = Workspace & {
  /** Drops what was read of these paths, and what was listed around them. */
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
      for (const path of paths)
        for (const name of withFolders(path)) [files, listed].map((kept) => kept.delete(name));
    },
  };
}

/** What cannot be read is thrown each time, and not kept: it may be readable the next time. */
function keep<T>(kept: Map<string, T>, path: string, read: (path: string) => T): T {
  if (kept.has(path)) return kept.get(path) as T;
  const value = read(path);
  kept.set(path, value);
  return value;
}

/** A path and every folder above it, for a new file may be the first in a new folder. */
function withFolders(path: string): string[] {
  const steps = path.split('/');
  return ['', ...steps.map((_, depth) => steps.slice(0, depth + 1).join('/'))];
}
