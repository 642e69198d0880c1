import { createHash } from 'node:crypto';
import { readBlocks } from '../../tables/blocks.ts';
import { folderOf } from '../names.ts';
import type { ContractsFile } from './file.ts';

/** The lines on which a key stands, of those that stand on several: keys are those of `repeatKeys`. */
export type Repeats = ReadonlyMap<string, readonly number[]>;

export const noRepeats: Repeats = new Map();

/** What no two contracts may share: their ids, without regard to capitals; and the folder that their packs lie in. */
export function repeatKeys(id: string): { readonly id: string; readonly folder: string } {
  const folded = id.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
  return { id: folded, folder: `/${folderOf({ id: id.normalize('NFC') })}` };
}

/**
 * Finds the keys that stand in a table more than once. Of every key eight bytes are held, and the key itself only of
 * those whose bytes meet: a table of a million contracts takes sixteen megabytes.
 */
export function findRepeats(file: ContractsFile, language: string): Repeats {
  const met = meetingHashes(file, language);
  if (met.size === 0) return noRepeats;
  const lines = new Map<string, number[]>();
  for (const { key, line } of keysOf(file, language)) {
    if (met.has(hashOf(key))) lines.set(key, [...(lines.get(key) ?? []), line()]);
  }
  return new Map([...lines].filter(([, all]) => all.length > 1));
}

function meetingHashes(file: ContractsFile, language: string): ReadonlySet<bigint> {
  let hashes = new BigUint64Array(1024);
  let count = 0;
  for (const { key } of keysOf(file, language)) {
    if (count === hashes.length) {
      const larger = new BigUint64Array(count * 2);
      larger.set(hashes);
      hashes = larger;
    }
    hashes[count++] = hashOf(key);
  }
  const sorted = hashes.subarray(0, count).sort();
  const met = new Set<bigint>();
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) met.add(sorted[i]!);
  return met;
}

function* keysOf(
  file: ContractsFile,
  language: string,
): Generator<{ readonly key: string; readonly line: () => number }> {
  for (const { table, lineOf } of readBlocks({ path: file.path, chunks: file.chunks() }, { language })) {
    for (const row of table?.rows ?? []) {
      const id = row.cell('contract')?.text ?? '';
      if (id === '') continue;
      for (const key of Object.values(repeatKeys(id))) yield { key, line: () => lineOf(row) };
    }
  }
}

function hashOf(key: string): bigint {
  return createHash('sha256').update(key).digest().readBigUInt64LE();
}
