import { statSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile } from '../publish/manifest.ts';
import { sha256 } from '../publish/output-folder.ts';
import { latestFile } from '../publish/place/names.ts';
import { type Listing, readListing } from './listing.ts';

/** A file that readers may have. */
export type Found = {
  readonly bytes: Uint8Array;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly digest: string;
  /** Whether other bytes will never stand at its path. */
  readonly isLasting: boolean;
};

/** What a folder has for readers, as it is at the moment of asking: what is built later is found without a restart. */
export class Shelf {
  private readonly root: string;
  private listing: Listing | undefined;
  private state = '';

  constructor(root: string) {
    this.root = root;
  }

  /**
   * A file by its path. `altered` where its bytes are not those that the manifest names: a build is putting new ones
   * there at this moment, or somebody changed it. Undefined where the manifest names no such file.
   */
  find(path: string): Found | 'altered' | undefined {
    this.refresh();
    const { indexes, files, lasting, read } = this.listing ?? nothing;
    const index = indexes.get(path);
    if (index !== undefined) return found(new TextEncoder().encode(index), false);
    const file = files.get(path);
    const bytes = file && read(file);
    if (file === undefined) return undefined;
    const isListed = bytes !== undefined && sha256(bytes) === file.sha256;
    return isListed ? found(bytes, lasting.has(path)) : 'altered';
  }

  /** Reads the listing again where what it is read from was written since. */
  private refresh(): void {
    const state = [latestFile, manifestFile].map((name) => stateOf(join(this.root, name))).join(' ');
    if (state === this.state) return;
    this.listing = readListing(this.root);
    this.state = state;
  }
}

const nothing: Listing = {
  indexes: new Map(),
  files: new Map(),
  lasting: new Set(),
  read: () => undefined,
};

function found(bytes: Uint8Array, isLasting: boolean): Found {
  return { bytes, digest: sha256(bytes), isLasting };
}

/** Changes whenever a file is written: one that is renamed into place is another file. */
function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.ino}-${found.mtimeNs}-${found.size}`;
}
