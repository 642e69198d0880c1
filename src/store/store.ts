import { createHash, type Hash } from 'node:crypto';

/** Bytes as they were made: pieces that stand one behind the other, long ones shared by many files. */
export type Pieces = readonly Uint8Array[];

/** The SHA-256 of bytes, in hexadecimal: what an object is called. */
export type Digest = string;

/**
 * Where bytes are kept, each under its own digest, so that what is there is what its name says and never changes. Few
 * methods, so that a bucket of objects can stand in for a folder.
 */
export interface Objects {
  /** Keeps bytes, whole or not at all. Keeping what is there already changes nothing. */
  put(digest: Digest, pieces: Pieces): Promise<void>;
  /** Whether an object is there, and its bytes are those of its name. */
  holds(digest: Digest): Promise<boolean>;
}

/** Objects that many machines share, with a few files of their own names: what one put there, another gets. */
export interface SharedStore extends Objects {
  /** The bytes of an object. Throws StoreFault where it is not there, or is not what its name says. */
  get(digest: Digest): Promise<Uint8Array>;
  /** Writes a file of its own name, such as a run's manifest; an older one is replaced at once. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** A file of its own name; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Objects in a folder, with names that people can read. */
export interface Store extends Objects {
  /** Gives an object a name; an older file of that name is replaced at once. */
  name(path: string, digest: Digest): Promise<void>;
  /** Takes a name away. */
  unname(path: string): Promise<void>;
  /** Removes the objects that no name holds, as far as that can be told. */
  sweep(): Promise<void>;
}

/** A store cannot be used, or holds what it should not: `message` names the store and the object, never a secret. */
export class StoreFault extends Error {
  override name = 'StoreFault';
}

/** An address that no store is behind, or one that should not be said aloud. Ends a run with exit code 2. */
export class StoreAddressRefused extends Error {
  override name = 'StoreAddressRefused';
}

/** Where an object lies in a store: sixteen folders, the same every night, so that no bucket has to split anew. */
export function objectKey(digest: Digest): string {
  return `objects/${digest[0]}/${digest}`;
}

export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

const begun = new WeakMap<Uint8Array, Hash>();

/** The digest of pieces. What many files begin with is hashed once, for as long as somebody holds it. */
export function digestPieces([first, ...others]: Pieces): Digest {
  if (first === undefined) return createHash('sha256').digest('hex');
  const known = begun.get(first) ?? createHash('sha256').update(first);
  begun.set(first, known);
  const hash = known.copy();
  for (const piece of others) hash.update(piece);
  return hash.digest('hex');
}
