import type { Workspace } from '../../workspace/workspace.ts';

/** Names directly inside a folder. */
export type Listing = ReturnType<Workspace['list']>;

/**
 * What somebody found who looked into workspaces, by path; a path begins with the name of its workspace and `/`. A file that
 * is not among it was not there.
 */
export type Seen = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlyMap<string, Listing>;
  /** Files and folders that are there and cannot be used, with the message that says why. */
  readonly failed: ReadonlyMap<string, string>;
  /** Files of installed packages, by the name that they are asked for, with the digest of their bytes. */
  readonly packages: ReadonlyMap<string, string>;
};
