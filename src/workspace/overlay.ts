import { inCodeUnitOrder } from './paths.ts';
import type { Workspace } from './workspace.ts';

/** Two workspaces as one: a file of the upper one hides the file of the same path in the lower one. */
export function overlayWorkspace(top: Workspace, defaults: Workspace): Workspace {
  return {
    name: top.name,
    read: (path) => top.read(path) ?? defaults.read(path),
    list(folder) {
      const [upper, lower] = [top.list(folder), defaults.list(folder)];
      const hides = new Set([...upper.files, ...upper.folders]);
      const isSeen = (name: string): boolean => !hides.has(name);
      return {
        files: inCodeUnitOrder([...upper.files, ...lower.files.filter(isSeen)]),
        folders: inCodeUnitOrder([...upper.folders, ...lower.folders.filter(isSeen)]),
      };
    },
  };
}
