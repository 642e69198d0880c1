import { createHash } from 'node:crypto';

/**
 * SHA-256 over everything in a tree, in hexadecimal. Files in it, such as fonts, are hashed once while somebody holds
 * them. Throws for what is no plain value: it could not be told from another one.
 */
export function digestTree(tree: object): string {
  return createHash('sha256').update(JSON.stringify(tree, writeValue)).digest('hex');
}

function writeValue(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error(`'${key}' is no plain value.`);
    return value;
  }
  // Buffers have a form of their own in JSON before this function sees them.
  const file = (this as Record<string, unknown>)[key];
  if (file instanceof Uint8Array) return `bytes:${digestBytes(file)}`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}

const digests = new WeakMap<Uint8Array, string>();

function digestBytes(bytes: Uint8Array): string {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}
