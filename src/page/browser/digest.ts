/** Browsers give checksums only where nobody can have changed the page on its way: over HTTPS, or from a file. */
export function canDigest(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** The SHA-256 of bytes, hexadecimal. */
export async function digest(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
