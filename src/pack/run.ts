import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { OutputFault } from '../publish/output-folder.ts';
import { digestPieces, lengthOf, type Pieces, type Store, StoreFault } from '../store/store.ts';
import type { Contract } from './contract.ts';
import type { ReadContract } from './contracts/read.ts';
import type { Ledger, LedgerEntry, PackFile, PackState } from './ledger.ts';
import type { ListedPack } from './manifest.ts';
import { packPath } from './names.ts';
import type { BoundPack, PreparedSet, Press } from './press.ts';
import { Reckoning, type Reconciliation } from './reconcile.ts';
import { groupBySet } from './sets.ts';
import { type MadeFile, zipPack } from './zip.ts';

/** What a run of packs works with. */
export type PackRun = {
  readonly press: Press;
  readonly store: Store;
  readonly ledger: Ledger;
  /** What becomes of each contract, in the order of the contracts. */
  readonly onSettled: (pack: ListedPack, because: readonly LocatedDiagnostic[]) => void;
  /** Called before each contract. */
  readonly onProgress?: ((contract: Contract) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Gives findings about a contract their place. */
  readonly locate: (diagnostics: readonly Diagnostic[], contract: Contract) => readonly LocatedDiagnostic[];
};

/** Contracts that are held at once, so that those of one set can be made one after the other. */
const atOnce = 2048;

/** A bug may be one of the moment, such as memory that ran out: it gets another try, and no third. */
const mostAttempts = 2;

/**
 * Makes the packs of contracts. Of a table however long, so many are held at once as make sets worth preparing; they are
 * made set by set, and told in their own order.
 *
 * What is wrong with one contract holds that one. Throws OutputFault, StoreFault, and the reason of the signal.
 */
export async function runPacks(contracts: Iterable<ReadContract>, run: PackRun): Promise<Reconciliation> {
  const reckoning = new Reckoning();
  for (const window of inWindows(contracts)) {
    const settled = await settleWindow(window, run);
    for (const one of window) {
      reckoning.take();
      const { pack, because } = settled.get(one)!;
      reckoning.settle(pack.state);
      run.onSettled(pack, because);
    }
  }
  return reckoning.close();
}

/** A contract that is settled, and why there is no pack. */
type Settled = { readonly pack: ListedPack; readonly because: readonly LocatedDiagnostic[] };
type Sound = ReadContract & { readonly contract: Contract };

async function settleWindow(
  window: readonly ReadContract[],
  run: PackRun,
): Promise<ReadonlyMap<ReadContract, Settled>> {
  const settled = new Map<ReadContract, Settled>();
  for (const row of window) if (!isSound(row)) settled.set(row, await settleFaulty(row, run));
  for (const group of groupBySet(window.filter(isSound)).values()) {
    const prepared = await run.press.prepare(group[0]!.contract);
    for (const row of group) {
      await comeUpForAir(run.signal);
      run.onProgress?.(row.contract);
      settled.set(row, await settleContract(row.contract, prepared, run));
    }
  }
  return settled;
}

function isSound(row: ReadContract): row is Sound {
  return row.contract !== undefined;
}

/** Lets a signal arrive: making packs hardly ever waits for anything. */
async function comeUpForAir(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

async function settleFaulty({ id, line, diagnostics }: ReadContract, run: PackRun): Promise<Settled> {
  const reason = diagnostics[0]!.message;
  const pack: ListedPack = { contract: id, line, state: 'held', reason, members: [], files: [], key: '' };
  if (id !== '') await notePack(pack, 1, run);
  return { pack, because: diagnostics };
}

async function settleContract(
  contract: Contract,
  prepared: Awaited<ReturnType<Press['prepare']>>,
  run: PackRun,
): Promise<Settled> {
  const set = prepared.value;
  if (set === undefined) return holdBack(contract, [], prepared.diagnostics, run);
  const before = run.ledger.ofThisRun(contract.id);
  const tried = before?.state === 'failed' ? before.attempt : 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await makeOrReuse(contract, set, tried + attempt, run);
    } catch (thrown) {
      if (thrown instanceof OutputFault || thrown instanceof StoreFault) throw thrown;
      if (attempt === mostAttempts) return fail(contract, set, tried + attempt, thrown, run);
    }
  }
}

async function makeOrReuse(
  contract: Contract,
  set: PreparedSet,
  attempt: number,
  run: PackRun,
): Promise<Settled> {
  const key = set.keyOf(contract);
  const known = await findKnown(contract, key, run);
  if (known !== undefined) return publish(contract, set, known.state, key, known.files, attempt, run);
  const bound = await set.bind(contract);
  if (bound.value === undefined) return holdBack(contract, set.members, bound.diagnostics, run);
  const files = describePack(contract, set, bound.value);
  for (const { sha256, pieces } of files) await run.store.put(sha256, pieces);
  const listed = files.map(({ pieces: _, ...file }) => file);
  return publish(contract, set, 'made', key, listed, attempt, run);
}

/**
 * What was made under the same key before: by the run that this one goes on with, which counts as made, or by an earlier
 * one. It stands only where all of its bytes do.
 */
async function findKnown(
  { id }: Contract,
  key: string,
  { ledger, store }: PackRun,
): Promise<{ readonly state: 'made' | 'reused'; readonly files: readonly PackFile[] } | undefined> {
  const ours = ledger.ofThisRun(id);
  const entry = ours?.key === key ? ours : ledger.ofEarlierRun(id);
  if (entry?.key !== key) return undefined;
  const held = await Promise.all(entry.files.map(({ sha256 }) => store.holds(sha256)));
  if (held.includes(false)) return undefined;
  return { state: entry === ours && ours.state === 'made' ? 'made' : 'reused', files: entry.files };
}

/** The files of a pack, each with its path, its size and its digest. */
export function describePack(
  contract: Contract,
  { members }: Pick<PreparedSet, 'members'>,
  bound: BoundPack,
): MadeFile[] {
  const pdf = describeFile(packPath(contract, 'pdf'), bound.pdf);
  const xlsx = describeFile(packPath(contract, 'xlsx'), bound.xlsx);
  const zip = describeFile(packPath(contract, 'zip'), zipPack(contract, members, { pdf, xlsx }));
  return [pdf, xlsx, zip];
}

function describeFile(path: string, pieces: Pieces): MadeFile {
  return { path, bytes: lengthOf(pieces), sha256: digestPieces(pieces), pieces };
}

async function publish(
  contract: Contract,
  { brand, members }: PreparedSet,
  state: 'made' | 'reused',
  key: string,
  files: readonly PackFile[],
  attempt: number,
  run: PackRun,
): Promise<Settled> {
  for (const { path, sha256 } of files) await run.store.name(path, sha256);
  const pack = { ...describeContract(contract), state, brand, members, files, key };
  await notePack(pack, attempt, run);
  return { pack, because: [] };
}

async function holdBack(
  contract: Contract,
  members: PreparedSet['members'],
  diagnostics: readonly Diagnostic[],
  run: PackRun,
): Promise<Settled> {
  const because = run.locate(diagnostics, contract);
  const pack = listWithout(contract, 'held', members, because[0]?.message ?? 'It cannot be composed.');
  await notePack(pack, 1, run);
  return { pack, because };
}

async function fail(
  contract: Contract,
  { members }: PreparedSet,
  attempt: number,
  thrown: unknown,
  run: PackRun,
): Promise<Settled> {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const pack = listWithout(contract, 'failed', members, reason);
  await notePack(pack, attempt, run);
  return { pack, because: [] };
}

function listWithout(
  contract: Contract,
  state: PackState,
  members: PreparedSet['members'],
  reason: string,
): ListedPack {
  return { ...describeContract(contract), state, reason, members, files: [], key: '' };
}

function describeContract({ id, customer, language, line }: Contract) {
  return { contract: id, customer, language, line };
}

/** Notes what became of a contract, and takes away what was published of it before and is not any more. */
export async function notePack(
  pack: ListedPack,
  attempt: number,
  { ledger, store }: Pick<PackRun, 'ledger' | 'store'>,
): Promise<void> {
  const { contract, state, key, files, reason, line } = pack;
  const byHand = line === undefined ? ({ byHand: true } as const) : {};
  const before: LedgerEntry | undefined = ledger.last(contract);
  ledger.note({ contract, state, key, files, attempt, ...(reason !== undefined && { reason }), ...byHand });
  for (const { path } of before?.files ?? []) {
    if (!files.some((file) => file.path === path)) await store.unname(path);
  }
}

/** Contracts that a run did not meet, of which earlier ones published packs. */
export type Others = {
  /** How many packs were taken away. */
  readonly gone: number;
  /** Contracts whose packs stay. */
  readonly staying: ReadonlySet<string>;
};

/**
 * Takes away what earlier runs published of contracts that this one did not meet, since they stand in the table no more.
 * Those that never stood in one were ordered by hand, and stay.
 */
export async function forgetOthers({ ledger, store }: Pick<PackRun, 'ledger' | 'store'>): Promise<Others> {
  const staying = new Set<string>();
  let gone = 0;
  for (const contract of [...ledger.contracts()]) {
    if (ledger.ofThisRun(contract) !== undefined) continue;
    const last = ledger.last(contract);
    if (last?.byHand) {
      staying.add(contract);
      continue;
    }
    if (last?.files.length) gone++;
    for (const { path } of last?.files ?? []) await store.unname(path);
    ledger.note({ contract, state: 'gone', key: '', files: [], attempt: 1 });
  }
  await store.sweep();
  return { gone, staying };
}

function* inWindows(contracts: Iterable<ReadContract>): Generator<readonly ReadContract[]> {
  let window: ReadContract[] = [];
  for (const one of contracts) {
    window.push(one);
    if (window.length < atOnce) continue;
    yield window;
    window = [];
  }
  if (window.length > 0) yield window;
}
