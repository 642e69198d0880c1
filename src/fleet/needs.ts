import { readFileSync } from 'node:fs';
import { isBucket } from '../store/open.ts';

/** What runs on many machines need beyond the program itself: nobody else installs or loads it. */
const packages = {
  /** To read what is known of runs. */
  records: ['pg'],
  /** To plan a run, and to work on one. */
  queue: ['pg', 'pg-boss'],
  /** To log and to count. */
  operation: ['pino', 'prom-client'],
  /** A store that is a bucket. */
  bucket: ['@smithy/signature-v4', '@smithy/node-http-handler', '@aws-sdk/credential-provider-node'],
} as const;

/** A part of runs on many machines that has needs of its own. */
export type Part = Exclude<keyof typeof packages, 'bucket'>;

/** pg-boss runs on no older one. */
const nodeOfQueue = [22, 12] as const;

/** This machine lacks what a run on many machines needs. Ends a run with exit code 3. */
export class FleetUnready extends Error {
  override name = 'FleetUnready';
}

/** The machine, as far as it has what is needed. */
export type Machine = {
  /** The version of Node: `22.12.0`. */
  readonly node: string;
  readonly hasPackage: (name: string) => Promise<boolean>;
};

const thisMachine: Machine = { node: process.versions.node, hasPackage: isInstalled };

/**
 * Looks whether all is there that parts need, and the store at an address, before any of it is used. Throws FleetUnready.
 */
export async function checkNeeds(
  parts: readonly Part[],
  store = '',
  machine: Machine = thisMachine,
): Promise<void> {
  if (parts.includes('queue')) checkNode(machine.node);
  const needed = isBucket(store) ? ([...parts, 'bucket'] as const) : parts;
  const names = new Set(needed.flatMap((part): readonly string[] => packages[part]));
  const missing: string[] = [];
  for (const name of names) if (!(await machine.hasPackage(name))) missing.push(name);
  if (missing.length === 0) return;
  const ranges = readRanges();
  const wanted = missing.map((name) => `"${name}@${ranges[name]}"`).join(' ');
  throw new FleetUnready(
    `Packages that runs on many machines need are not installed: ${missing.join(', ')}.\n` +
      `Install them where annexpress is installed: npm install ${wanted}`,
  );
}

function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [most, least] = nodeOfQueue;
  if (major > most || (major === most && minor >= least)) return;
  throw new FleetUnready(
    `The queue needs Node ${most}.${least} or newer; this is ${version}. Everything without --queue runs on it.`,
  );
}

/** It is loaded in a moment anyway, and whether it can be is what nobody else can tell. */
async function isInstalled(name: string): Promise<boolean> {
  try {
    await import(name);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return false;
    throw thrown;
  }
}

/** The versions that this program was made with, as package.json names them. */
function readRanges(): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return manifest.peerDependencies;
}
