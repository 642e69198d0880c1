import { type SourceFile, type Workspace, WorkspaceFault } from '../../workspace/workspace.ts';
import type { Listing, Seen } from './seen.ts';

/**
 * Takes note of all that is read and listed of workspaces. What was seen first is given again: a file that is edited
 * meanwhile is to its reader what it is in the record.
 */
export class Recorder {
  private readonly files = new Map<string, Uint8Array>();
  private readonly absent = new Set<string>();
  private readonly folders = new Map<string, Listing>();
  private readonly failed = new Map<string, string>();

  /** A workspace, watched under a name of one word. */
  watch(workspace: Workspace, name: string): Workspace {
    return {
      name: workspace.name,
      read: (path) => this.read(workspace, path, `${name}/${path}`),
      list: (folder) => this.list(workspace, folder, `${name}/${folder}`),
    };
  }

  seen(): Omit<Seen, 'packages'> {
    return { files: this.files, folders: this.folders, failed: this.failed };
  }

  private read(workspace: Workspace, path: string, key: string): SourceFile | undefined {
    const known = this.files.get(key);
    if (known !== undefined) return { path, bytes: known };
    if (this.absent.has(key)) return undefined;
    const file = this.attempt(path, key, () => workspace.read(path));
    if (file === undefined) this.absent.add(key);
    else this.files.set(key, file.bytes);
    return file;
  }

  private list(workspace: Workspace, folder: string, key: string): Listing {
    const listing = this.folders.get(key) ?? this.attempt(folder, key, () => workspace.list(folder));
    this.folders.set(key, listing);
    return listing;
  }

  private attempt<T>(path: string, key: string, look: () => T): T {
    const reason = this.failed.get(key);
    if (reason !== undefined) throw new WorkspaceFault(path, reason);
    try {
      return look();
    } catch (thrown) {
      if (thrown instanceof WorkspaceFault) this.failed.set(key, thrown.message);
      throw thrown;
    }
  }
}
