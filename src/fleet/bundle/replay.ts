import { type Workspace, WorkspaceFault } from '../../workspace/workspace.ts';
import type { Seen } from './seen.ts';

const nothing = { files: [], folders: [] };

/** A workspace as it was when it was recorded under this name. */
export function replayWorkspace({ files, folders, failed }: Seen, name: string): Workspace {
  const refuse = (path: string): void => {
    const reason = failed.get(`${name}/${path}`);
    if (reason !== undefined) throw new WorkspaceFault(path, reason);
  };
  return {
    name,
    read(path) {
      refuse(path);
      const bytes = files.get(`${name}/${path}`);
      return bytes && { path, bytes };
    },
    list(folder) {
      refuse(folder);
      return folders.get(`${name}/${folder}`) ?? nothing;
    },
  };
}
