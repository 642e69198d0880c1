import { createHash } from 'node:crypto';

/** Members of a tree that hold files: fonts, what a document carries. */
const carriers = new Set(['fonts', 'attachments']);

/**
 * SHA-256 over everything in a tree, in hexadecimal. Trees are plain values, which digest.test.ts holds them to: JSON says
 * all of them. Fonts are hashed once while somebody holds them.
 */
export function digestTree(tree: object): string {
  const hash = createHash('sha256');
  for (const [name, member] of Object.entries(tree)) {
    hash.update(JSON.stringify([name, member], carriers.has(name) ? nameFile : undefined));
  }
  return hash.digest('hex');
}

function nameFile(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `bytes:${digestBytes(value)}` : value;
}

const digests = new WeakMap<Uint8Array, string>();

function digestBytes(bytes: Uint8Array): string {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}
