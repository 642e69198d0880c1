import { basename } from 'node:path/posix';
import { store, zipPieces } from '../archive/zip.ts';
import type { Pieces } from '../store/store.ts';
import type { Contract } from './contract.ts';
import type { PackFile } from './ledger.ts';
import type { PackedMember } from './manifest.ts';
import type { BoundPack } from './press.ts';

/** A file of a pack with what it says. */
export type MadeFile = PackFile & { readonly pieces: Pieces };

/** What `manifest.json` inside the archive of a pack says. */
export type InnerManifest = {
  readonly format: 1;
  readonly contract: string;
  readonly customer: string;
  readonly language: string;
  readonly date: string;
  readonly members: readonly PackedMember[];
  readonly files: readonly PackFile[];
};

export const innerManifestFile = 'manifest.json';
export const innerChecksumsFile = 'SHA256SUMS';

/**
 * PDF and workbook of a pack in one archive, with a manifest and checksums that `sha256sum --check` reads. They are
 * stored as they are: both are compressed in themselves.
 */
export function zipPack(
  contract: Contract,
  members: readonly PackedMember[],
  files: Readonly<Record<keyof BoundPack, MadeFile>>,
): Pieces {
  const inside = [files.pdf, files.xlsx].map(({ path, bytes, sha256, pieces }) => ({
    path: basename(path),
    bytes,
    sha256,
    pieces,
  }));
  const { id, customer, language, date } = contract;
  const manifest: InnerManifest = {
    format: 1,
    contract: id,
    customer,
    language,
    date,
    members,
    files: inside.map(({ pieces: _, ...file }) => file),
  };
  return zipPieces([
    ...inside.map(({ path, pieces }) => store(path, pieces)),
    store(innerManifestFile, [encode(`${JSON.stringify(manifest, null, 2)}\n`)]),
    store(innerChecksumsFile, [encode(inside.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))]),
  ]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
