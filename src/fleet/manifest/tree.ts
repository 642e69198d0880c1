import { createHash } from 'node:crypto';
import { z } from 'zod';
import { folderOf } from '../../pack/names.ts';
import type { Reconciliation } from '../../pack/reconcile.ts';
import type { Digest } from '../../store/store.ts';

/**
 * The root of a run's manifest, `runs/<id>/manifest.json` in the store. Each shard is an object: JSON lines, a ListedPack each,
 * in the order of the table of contracts. Shards without packs are left out.
 */
export type RunManifest = {
  readonly format: 1;
  readonly run: number;
  readonly program: string;
  readonly bundle: Digest;
  readonly reconciliation: Reconciliation;
  readonly shards: readonly Shard[];
};

export type Shard = {
  /** Two hexadecimal digits, `00` to `ff`. */
  readonly shard: string;
  readonly sha256: Digest;
  /** Contracts listed in it, those without a pack too. */
  readonly packs: number;
};

/** Where the root lies in the store. */
export function manifestPath(run: number): string {
  return `runs/${run}/manifest.json`;
}

/** The shard that lists a contract: the same in every run. */
export function shardOf(contract: string): string {
  return createHash('sha256')
    .update(folderOf({ id: contract }))
    .digest('hex')
    .slice(0, 2);
}

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  format: z.literal(1),
  run: count,
  program: z.string(),
  bundle: digest,
  reconciliation: z.object({ read: count, made: count, reused: count, held: count, failed: count }),
  shards: z.array(z.object({ shard: z.string().regex(/^[0-9a-f]{2}$/), sha256: digest, packs: count })),
});

/** The root as it was written; undefined where the bytes are none. */
export function readRunManifest(bytes: Uint8Array): RunManifest | undefined {
  try {
    const read = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export function printRunManifest(manifest: RunManifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
}
