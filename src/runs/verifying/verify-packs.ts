import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, error, isBlocking, warning } from '../../diagnostics/diagnostic.ts';
import type { Contract } from '../../pack/contract.ts';
import { isRunOpen, ledgerFile } from '../../pack/folder-ledger.ts';
import { findUnlisted, inspectPack, parseObject } from '../../pack/inspect.ts';
import { type ListedPack, packManifestFile, readPackManifest } from '../../pack/manifest.ts';
import type { Press } from '../../pack/press.ts';
import { describePack } from '../../pack/run.ts';
import type { Opened } from '../opening/open.ts';
import { type Dress, openPressFor } from '../opening/press.ts';

/** A contract whose pack was read again. */
export type VerifiedPack = { readonly contract: string; readonly agrees: boolean };

/** What was found of the packs in an output folder. */
export type VerifiedPacks = {
  readonly packs: readonly VerifiedPack[];
  readonly diagnostics: readonly Diagnostic[];
};

const folder = 'packs';

/**
 * Reads all packs in an output folder again: as they were made, each for its own contract; and last of all the workspace
 * makes the same bytes once more. Undefined where there is no folder of packs.
 */
export async function verifyPacks(opened: Opened, out: string): Promise<VerifiedPacks | undefined> {
  const root = join(out, folder);
  if (!existsSync(root)) return undefined;
  // What lies there is of two runs then, and the manifest at most of the first.
  if (isRunOpen(join(root, ledgerFile))) return { packs: [], diagnostics: [notEnded()] };
  const manifest = readPackManifest(root);
  if (manifest === undefined) return { packs: [], diagnostics: [noManifest()] };
  const diagnostics: Diagnostic[] = [];
  const packs: VerifiedPack[] = [];
  const presses = openPresses(opened);
  for (const pack of manifest.packs.filter(({ files }) => files.length > 0)) {
    const inspected = await inspectPack(root, folder, pack);
    const found = [...inspected.diagnostics];
    // What is damaged need not be made again to be known as damaged.
    if (found.length === 0) found.push(...(await compareAfresh(pack, inspected.contract, presses)));
    diagnostics.push(...found);
    packs.push({ contract: pack.contract, agrees: !found.some(isBlocking) });
  }
  return { packs, diagnostics: [...diagnostics, ...findUnlisted(root, folder, manifest)] };
}

function notEnded(): Diagnostic {
  const message = 'The last run of packs did not come to its end, or is still under way.';
  return error('pack-ended', { file: folder }, message, {
    hints: ['annex pack --resume goes on with it. Packs that were fetched are fetched again.'],
  });
}

function noManifest(): Diagnostic {
  const message = 'There is no manifest of packs here, or one that no run wrote.';
  return error('output-manifest', { file: `${folder}/${packManifestFile}` }, message, {
    hints: ['Run annex pack.'],
  });
}

/** A press for packs in a dress; undefined where the workspace cannot be made into packs. */
type Presses = (dress: Dress) => Press | undefined;

function openPresses(opened: Opened): Presses {
  const { catalogue } = opened;
  const known = new Map<string, Press | undefined>();
  return (dress) => {
    const key = JSON.stringify(dress);
    if (!known.has(key)) known.set(key, catalogue && openPressFor(opened, catalogue, dress));
    return known.get(key);
  };
}

/** Makes a pack once more, from what it says of its contract itself. */
async function compareAfresh(
  pack: ListedPack,
  carried: string | undefined,
  presses: Presses,
): Promise<Diagnostic[]> {
  const contract = contractOf(pack, carried);
  const place = { file: `${folder}/${pack.files[0]!.path}` };
  const press = presses({ brand: pack.brand, columns: Object.keys(contract.columns) });
  const set = (await press?.prepare(contract))?.value;
  if (set === undefined || set.keyOf(contract) !== pack.key) return [outdated(place)];
  const bound = await set.bind(contract);
  const made = bound.value === undefined ? [] : describePack(contract, set, bound.value);
  const strayed = pack.files.filter(
    ({ path, sha256 }) => !made.some((one) => one.path === path && one.sha256 === sha256),
  );
  return strayed.map(({ path }) =>
    error(
      'proof-bytes',
      { file: `${folder}/${path}` },
      'The file is not what the workspace makes now, byte by byte.',
    ),
  );
}

function contractOf(
  { contract, customer = '', language = '', members }: ListedPack,
  carried: string | undefined,
): Contract {
  const { date, columns } = parseObject(carried) ?? {};
  return {
    id: contract,
    customer,
    language,
    date: typeof date === 'string' ? date : '',
    // A draft has no name under which it could be asked for but its product's.
    members: members.map(({ product, edition, draft }) => ({
      product,
      edition: draft ? undefined : edition,
    })),
    columns: typeof columns === 'object' && columns !== null ? (columns as Record<string, string>) : {},
    line: undefined,
  };
}

function outdated(place: { readonly file: string }): Diagnostic {
  const message =
    'The workspace makes another pack for this contract now; what is published is as it was made.';
  return warning('pack-outdated', place, message, { hints: ['Run annex pack.'] });
}
