import type { SourceFile, Workspace } from '../workspace/workspace.ts';
import { digestBytes, digestOf } from './digest.ts';

/** What was looked at, by path: a digest of what was there, or a word for why nothing was. */
export type Trace = {
  readonly files: Readonly<Record<string, string>>;
  readonly folders: Readonly<Record<string, string>>;
};

/** Workspaces by what their paths begin with in a trace: nothing for the user's own. */
export type Watched = Readonly<Record<string, Workspace>>;

type Listing = ReturnType<Workspace['list']>;

/** Takes a note of everything that is read and listed, what is not there and what fails included. */
export class Tracer {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, string>();

  /** The workspace, watched. */
  watch(workspace: Workspace, prefix = ''): Workspace {
    return {
      name: workspace.name,
      read: (path) => this.note(this.files, prefix + path, () => workspace.read(path), digestFile),
      list: (folder) => this.note(this.folders, prefix + folder, () => workspace.list(folder), digestListing),
    };
  }

  trace(): Trace {
    return { files: Object.fromEntries(this.files), folders: Object.fromEntries(this.folders) };
  }

  private note<T>(notes: Map<string, string>, path: string, see: () => T, digest: (seen: T) => string): T {
    // What is seen first counts: a file that is edited during a build differs from it by the next one.
    try {
      const seen = see();
      if (!notes.has(path)) notes.set(path, digest(seen));
      return seen;
    } catch (thrown) {
      if (!notes.has(path)) notes.set(path, failure(thrown));
      throw thrown;
    }
  }
}

/** Whether all that was looked at would be found as it was. */
export function isUnchanged({ files, folders }: Trace, watched: Watched): boolean {
  return (
    stands(folders, watched, (workspace, path) => digestListing(workspace.list(path))) &&
    stands(files, watched, (workspace, path) => digestFile(workspace.read(path)))
  );
}

function stands(
  notes: Trace['files'],
  watched: Watched,
  look: (workspace: Workspace, path: string) => string,
): boolean {
  const prefixes = Object.keys(watched).sort((a, b) => b.length - a.length);
  return Object.entries(notes).every(([path, then]) => {
    const prefix = prefixes.find((start) => path.startsWith(start))!;
    try {
      return look(watched[prefix]!, path.slice(prefix.length)) === then;
    } catch (thrown) {
      return failure(thrown) === then;
    }
  });
}

function digestFile(file: SourceFile | undefined): string {
  return file === undefined ? 'none' : digestBytes(file.bytes);
}

function digestListing({ files, folders }: Listing): string {
  return digestOf(files, folders);
}

function failure(thrown: unknown): string {
  return `failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
}
