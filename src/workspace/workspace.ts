/** One source file as it lies on the disk: its path inside the workspace and its bytes. */
export type SourceFile = {
  /** Relative to the workspace root, with forward slashes: what every finding names. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

/**
 * The one door to the source files. Everything above reads through it, so a test can hand in a workspace that
 * lives in memory, and nothing else in the program touches the disk for input.
 */
export interface Workspace {
  /** What to call the workspace in messages: a folder's path, or a test's name. */
  readonly name: string;
  /** The file, or undefined where there is none. Throws WorkspaceFault where it is there and cannot be read. */
  read(path: string): SourceFile | undefined;
  /** Names (not paths) directly inside a folder, in code unit order; empty where there is no such folder. */
  list(folder: string): { readonly files: readonly string[]; readonly folders: readonly string[] };
}

/** A workspace that can also be written: by import, fix and release. */
export interface WritableWorkspace extends Workspace {
  /** Replaces a file as a whole, atomically. */
  write(path: string, bytes: Uint8Array): void;
}

/** A file or folder that is there and cannot be used; ends a run with exit code 3. */
export class WorkspaceFault extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.name = 'WorkspaceFault';
    this.path = path;
  }
}
