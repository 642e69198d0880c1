import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders above this file in src/ and in dist/. */
export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(manifest.version);
}
