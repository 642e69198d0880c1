import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { openContracts, PackChoice } from '../pack/choice.ts';
import type { Contract } from '../pack/contract.ts';
import type { ReadContract } from '../pack/contracts/read.ts';
import { ledgerFile, openLedger } from '../pack/folder-ledger.ts';
import { type ListedPack, mergePacks, PackManifestWriter, readPackManifest } from '../pack/manifest.ts';
import { type PlannedSet, planSets } from '../pack/plan.ts';
import type { Press } from '../pack/press.ts';
import type { Reconciliation } from '../pack/reconcile.ts';
import { forgetOthers, type Others, type PackRun, runPacks } from '../pack/run.ts';
import { everything } from '../plan/plan.ts';
import { folderStore } from '../store/folder-store.ts';
import { openSources } from './opening/open.ts';
import { openOrders } from './opening/orders.ts';
import { openPress, placeAtContract } from './opening/press.ts';

export type PackOptions = PackChoice & {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. Packs go into `packs` in it. */
  readonly out?: string | undefined;
  /** The brand of every pack, in place of that of the products. */
  readonly brand?: string | undefined;
  /** Goes on with the last run: what that made counts as made by this one. */
  readonly resume?: boolean | undefined;
  /** Says what would be made, and makes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run: it throws the reason, and what was made until then is gone on with by `resume`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((contract: Contract) => void) | undefined;
  /** Called for every contract in its order, when it is settled. */
  readonly onSettled?: ((pack: ListedPack) => void) | undefined;
};

export type PackResult = {
  /** The folder of packs. */
  readonly out: string;
  /** Absent where the workspace or the table cannot be read: then nothing was made, and nothing is changed. */
  readonly reconciliation: Reconciliation | undefined;
  /** How many packs were taken away, since their contracts stand in the table no more. */
  readonly gone: number;
  /** What would be made, of a dry run. */
  readonly sets: readonly PlannedSet[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** Findings of rows beyond these are in the manifest alone. */
const mostFindings = 1000;

/**
 * Makes the packs of contracts: those of `data/contracts.csv`, of another table, or one that is ordered by hand. A contract
 * that is at fault is held, and the others are made.
 *
 * Throws WorkspaceFault and OutputFault where files cannot be used, UnknownName where something is asked for that is not
 * there.
 */
export async function packContracts(options: PackOptions): Promise<PackResult> {
  const { workspace, brand } = options;
  const out = join(options.out ?? join(workspace, 'output'), 'packs');
  const opened = openSources(workspace, { ...everything, brands: brand === undefined ? [] : [brand] });
  const refused = (diagnostics: readonly LocatedDiagnostic[]): PackResult => ({
    out,
    reconciliation: undefined,
    gone: 0,
    sets: [],
    diagnostics,
  });
  const orders = openOrders(opened, options);
  const said = orders.diagnostics;
  if (orders.value === undefined) return refused(said);
  const { catalogue, desk, source, templates } = orders.value;
  if (options.dryRun) return planOnly(out, source.contracts(), said);
  const press = openPress(opened, catalogue, desk.find, templates);
  return makePacks({ ...options, out, press, source, said, locate: opened.locate });
}

function planOnly(
  out: string,
  contracts: Iterable<ReadContract>,
  said: readonly LocatedDiagnostic[],
): PackResult {
  const { sets, read, held, diagnostics } = planSets(contracts, mostFindings);
  const reconciliation = { read, made: 0, reused: 0, held, failed: 0 };
  return { out, reconciliation, gone: 0, sets, diagnostics: [...said, ...diagnostics] };
}

type Making = Pick<PackOptions, 'resume' | 'signal' | 'onProgress' | 'onSettled'> & {
  readonly out: string;
  readonly press: Press;
  readonly source: ReturnType<typeof openContracts>;
  readonly said: readonly LocatedDiagnostic[];
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

async function makePacks({ out, press, source, said, ...making }: Making): Promise<PackResult> {
  const ledger = openLedger(join(out, ledgerFile), making.resume === true);
  const store = folderStore(out);
  const manifest = new PackManifestWriter(out);
  const diagnostics = [...said];
  const before = source.isWhole ? undefined : (readPackManifest(out)?.packs ?? []);
  const some: ListedPack[] = [];
  const run: PackRun = {
    press,
    store,
    ledger,
    signal: making.signal,
    onProgress: making.onProgress,
    locate: (found, contract) => placeAtContract(making.locate(found), contract, source.path),
    onSettled: (pack, because) => {
      if (before === undefined) manifest.add(pack);
      else some.push(pack);
      if (diagnostics.length < mostFindings) diagnostics.push(...because);
      making.onSettled?.(pack);
    },
  };
  try {
    const reconciliation = await runPacks(source.contracts(), run);
    if (before !== undefined) for (const pack of mergePacks(before, some)) manifest.add(pack);
    const others = before === undefined ? await forgetOthers(run) : nobody;
    for (const pack of listStaying(out, others.staying)) manifest.add(pack);
    manifest.finish(reconciliation);
    ledger.finish();
    return { out, reconciliation, gone: others.gone, sets: [], diagnostics };
  } finally {
    ledger.close();
  }
}

const nobody: Others = { gone: 0, staying: new Set() };

/** What the manifest of an earlier run says of contracts that stay. */
export function listStaying(out: string, contracts: ReadonlySet<string>): readonly ListedPack[] {
  if (contracts.size === 0) return [];
  return (readPackManifest(out)?.packs ?? []).filter(({ contract }) => contracts.has(contract));
}
