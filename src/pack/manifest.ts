import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OutputFault } from '../publish/output-folder.ts';
import type { PackFile, PackState } from './ledger.ts';
import { folderOf, packPathPattern } from './names.ts';
import type { Reconciliation } from './reconcile.ts';

export const packManifestFile = 'manifest.json';

/** A product in a pack, as the manifests tell of it. */
export type PackedMember = { readonly product: string; readonly edition: string; readonly draft: boolean };

/** What `packs/manifest.json` says of one contract. */
export type ListedPack = {
  readonly contract: string;
  readonly customer?: string | undefined;
  readonly language?: string | undefined;
  /** Line of the table of contracts. */
  readonly line?: number | undefined;
  readonly state: PackState;
  /** Why there is no pack. */
  readonly reason?: string | undefined;
  readonly brand?: string | undefined;
  readonly members: readonly PackedMember[];
  readonly files: readonly PackFile[];
  /** Digest of all that reaches the bytes. */
  readonly key: string;
};

export type PackManifest = {
  readonly format: 1;
  readonly packs: readonly ListedPack[];
  readonly reconciliation: Reconciliation;
};

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const listedPack = z.object({
  contract: z.string(),
  customer: z.string().optional(),
  language: z.string().optional(),
  line: count.optional(),
  state: z.enum(['made', 'reused', 'held', 'failed']),
  reason: z.string().optional(),
  brand: z.string().optional(),
  members: z.array(z.object({ product: z.string(), edition: z.string(), draft: z.boolean() })),
  files: z.array(z.object({ path: z.string().regex(packPathPattern), bytes: count, sha256: digest })),
  key: z.string(),
});

const schema = z.object({
  format: z.literal(1),
  packs: z.array(listedPack),
  reconciliation: z.object({ read: count, made: count, reused: count, held: count, failed: count }),
});

/** The manifest that a run left in a folder of packs; undefined where there is none, or one that no run wrote. */
export function readPackManifest(root: string): PackManifest | undefined {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(join(root, packManifestFile), 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** One pack as a line of JSON lists it; undefined where the line is none. */
export function readListedPack(line: string): ListedPack | undefined {
  try {
    return listedPack.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** A manifest of some contracts, put into that of all: each stands where it stood, and new ones stand at the end. */
export function mergePacks(before: readonly ListedPack[], now: readonly ListedPack[]): ListedPack[] {
  const keyOf = ({ contract }: ListedPack) => folderOf({ id: contract });
  const replacing = new Map(now.map((pack) => [keyOf(pack), pack]));
  const standing = new Set(before.map(keyOf));
  return [
    ...before.map((pack) => replacing.get(keyOf(pack)) ?? pack),
    ...now.filter((pack) => !standing.has(keyOf(pack))),
  ];
}

/** Writes a manifest pack by pack, a line each, so that memory does not grow with them. Throws OutputFault. */
export class PackManifestWriter {
  private readonly root: string;
  private readonly staged: string;
  private readonly file: number;
  private isFirst = true;

  constructor(root: string) {
    this.root = root;
    this.staged = join(root, '.annex', 'staging', packManifestFile);
    this.file = this.attempt(() => {
      mkdirSync(dirname(this.staged), { recursive: true });
      return openSync(this.staged, 'w');
    });
    this.write('{\n"format": 1,\n"packs": [');
  }

  add(pack: ListedPack): void {
    this.write(`${this.isFirst ? '' : ','}\n${JSON.stringify(pack)}`);
    this.isFirst = false;
  }

  /** Puts the manifest in its place. */
  finish(reconciliation: Reconciliation): void {
    this.write(`\n],\n"reconciliation": ${JSON.stringify(reconciliation)}\n}\n`);
    this.attempt(() => {
      closeSync(this.file);
      renameSync(this.staged, join(this.root, packManifestFile));
    });
  }

  private write(text: string): void {
    this.attempt(() => writeSync(this.file, text));
  }

  private attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (cause) {
      throw new OutputFault(join(this.root, packManifestFile), cause);
    }
  }
}
