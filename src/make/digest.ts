import { createHash } from 'node:crypto';

/**
 * SHA-256 over everything in a tree, in hexadecimal. Trees are plain values, which digest.test.ts holds them to: JSON says
 * all of them. The bytes of fonts and pictures stand for themselves by a hash, made once while somebody holds them: as
 * JSON a font is millions of numbers.
 */
export function digestTree(tree: object): string {
  return createHash('sha256').update(JSON.stringify(tree, nameFile)).digest('hex');
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
