import { readFileSync } from 'node:fs';

/** The version in package.json, which stands beside src/ and dist/. */
export function programVersion(): string {
  version ??= readVersion();
  return version;
}

let version: string | undefined;

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(manifest.version);
}
