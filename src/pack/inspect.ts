import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { contractFile } from '../document/pack.ts';
import { Damaged } from '../readers/damaged.ts';
import type { Published } from '../readers/published.ts';
import { readPublished } from '../readers/read.ts';
import { unpackZip } from '../readers/zip.ts';
import { digestPieces } from '../store/store.ts';
import { type Identity, squash } from './identity.ts';
import type { PackFile } from './ledger.ts';
import { type ListedPack, type PackManifest, packManifestFile } from './manifest.ts';
import { innerChecksumsFile, innerManifestFile } from './zip.ts';

const mebi = 1024 * 1024;

/** A pack that was read again. */
export type InspectedPack = {
  readonly diagnostics: readonly Diagnostic[];
  /** The data of the contract that its PDF carries. */
  readonly contract: string | undefined;
};

/**
 * Reads the files of a pack again, with programs that did not write them: each is as the manifest says, the archive
 * holds the others as they are, and PDF and workbook name their own contract and customer.
 *
 * @param root the folder of packs
 * @param shown what findings put before the paths of files
 */
export async function inspectPack(root: string, shown: string, pack: ListedPack): Promise<InspectedPack> {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, Uint8Array>();
  for (const file of pack.files) {
    const bytes = readFile(join(root, file.path));
    const faults = inspectFile(`${shown}/${file.path}`, file, bytes);
    diagnostics.push(...faults);
    if (bytes !== undefined && faults.length === 0) found.set(file.path, bytes);
  }
  let contract: string | undefined;
  for (const [path, bytes] of found) {
    const place = { file: `${shown}/${path}` };
    if (path.endsWith('.zip')) {
      // Where a file beside it is damaged, that was said: the archive is as the manifest says.
      if (found.size === pack.files.length) diagnostics.push(...inspectZip(place, bytes, found));
      continue;
    }
    const read = await readPublished(bytes, place.file);
    diagnostics.push(...read.diagnostics);
    if (read.value === undefined) continue;
    diagnostics.push(...inspectIdentity(place, read.value, pack));
    if (read.value.kind === 'pdf') contract = textOf(read.value.carried.get(contractFile));
  }
  return { diagnostics, contract };
}

/** Files in the folder of packs that no manifest lists. */
export function findUnlisted(root: string, shown: string, manifest: PackManifest): Diagnostic[] {
  const listed = new Set(manifest.packs.flatMap(({ files }) => files.map(({ path }) => path)));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/^(?:\.annex|objects)\//.test(path) && path !== packManifestFile && !listed.has(path))
    .sort()
    .map((path) =>
      warning(
        'output-unlisted',
        { file: `${shown}/${path}` },
        'The manifest of packs does not list this file.',
      ),
    );
}

function inspectFile(
  shown: string,
  { bytes, sha256 }: PackFile,
  found: Uint8Array | undefined,
): Diagnostic[] {
  const place = { file: shown };
  if (found === undefined)
    return [error('output-missing', place, 'The manifest of packs lists this file, and it is not there.')];
  if (found.length === bytes && digestPieces([found]) === sha256) return [];
  const message = `The file is not the one that was made: ${found.length} bytes, in the manifest ${bytes}; its checksum differs.`;
  return [error('output-checksum', place, message)];
}

/** The archive holds the other files as they are published, and what it says of them is so. */
function inspectZip(
  place: { readonly file: string },
  bytes: Uint8Array,
  published: ReadonlyMap<string, Uint8Array>,
): Diagnostic[] {
  const inside = unpack(bytes);
  if (typeof inside === 'string')
    return [error('file-damaged', place, `The file cannot be read: ${inside}.`)];
  const parts = [...published].filter(([path]) => !path.endsWith('.zip'));
  const strayed = parts.filter(([path, part]) => !isSame(inside.get(basename(path)), part));
  const expected = new Set([innerManifestFile, innerChecksumsFile, ...parts.map(([path]) => basename(path))]);
  const checksums = parts.map(([path, part]) => `${digestPieces([part])}  ${basename(path)}\n`).join('');
  const wrong = [
    ...strayed.map(([path]) => `It does not hold ${basename(path)} as it is published beside it.`),
    ...[...inside.keys()].filter((name) => !expected.has(name)).map((name) => `It holds '${name}' besides.`),
    ...(textOf(inside.get(innerChecksumsFile)) === checksums
      ? []
      : [`Its ${innerChecksumsFile} are not those of its files.`]),
  ];
  return wrong.map((message) => error('pack-parts', place, message));
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  try {
    return unpackZip(bytes, { bytes: 256 * mebi, wants: () => true });
  } catch (cause) {
    if (cause instanceof Damaged) return cause.message;
    throw cause;
  }
}

/** Whether a document says whose it is, where its readers look: on its first page, or its first sheet. */
function inspectIdentity(place: { readonly file: string }, read: Published, pack: ListedPack): Diagnostic[] {
  const said = squash(firstOf(read).join(''));
  const own: Identity = { id: pack.contract, customer: pack.customer ?? '' };
  const missing = [own.id, own.customer].filter((value) => !said.includes(squash(value)));
  const where = read.kind === 'pdf' ? 'The first page' : 'The first sheet';
  return [
    ...missing.map((value) => error('pack-identity', place, `${where} does not say '${value}'.`)),
    ...(read.kind === 'pdf' ? inspectCarried(place, read.carried.get(contractFile), own) : []),
  ];
}

function firstOf(read: Published): readonly string[] {
  if (read.kind === 'xlsx')
    return read.sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? [];
  return read.passages
    .filter(({ page }) => page === 1)
    .flatMap((passage) => (passage.kind === 'text' ? passage.lines : passage.cells.flat()));
}

function inspectCarried(
  place: { readonly file: string },
  bytes: Uint8Array | undefined,
  own: Identity,
): Diagnostic[] {
  const carried = parseObject(textOf(bytes));
  if (carried?.contract === own.id && carried.customer === own.customer) return [];
  const message = `The ${contractFile} that it carries is not that of contract '${own.id}' and customer '${own.customer}'.`;
  return [error('pack-identity', place, message)];
}

/** A JSON object; undefined where the text is none. */
export function parseObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
