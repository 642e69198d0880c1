import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../workspace/once.ts';
import { digestBytes, digestOf } from './digest.ts';

/** The digest of the modules that a bundle was made from; scripts/bundle/ puts it in. */
declare const bundledCode: string;

/**
 * A digest of all that makes artifacts and is no source of theirs: the code of this program, the packages installed for
 * it, and Node, whose zlib decides about compressed bytes. What ships with the program to be overlaid is read as a source.
 */
export const programDigest = once(() => digestOf(process.version, codeDigest(), packages()));

function codeDigest(): string {
  if (typeof bundledCode === 'string') return bundledCode;
  // dist/ or src/: whichever this runs from.
  return digestCode(fileURLToPath(new URL('../', import.meta.url)));
}

/** A digest of the modules in a folder. A bundle of them, which is an .mjs file, says nothing that they do not. */
export function digestCode(root: string): string {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const code = names.filter((name) => /\.[jt]s$/.test(name) && !/\.d\.ts$|\.test\.[jt]s$/.test(name));
  return digestOf(code.sort().map((name) => [name, digestBytes(readFileSync(join(root, name)))]));
}

/** What npm notes of all that it installed, in every folder of packages from here upwards. */
function packages(): string[] {
  const noted: string[] = [];
  const here = fileURLToPath(import.meta.url);
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      noted.push(digestBytes(readFileSync(join(folder, 'node_modules', '.package-lock.json'))));
    } catch {
      // No packages were installed in this folder, or by another program than npm.
    }
  }
  return noted;
}
