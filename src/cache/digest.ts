import { createHash } from 'node:crypto';

/** SHA-256 over values of which each can be told from what stands beside it, in hexadecimal. */
export function digestOf(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/** SHA-256 of a file, in hexadecimal. */
export function digestBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
