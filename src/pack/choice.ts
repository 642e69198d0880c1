import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { UnknownName } from '../plan/request.ts';
import { readChunksAt } from '../workspace/chunks.ts';
import { WorkspaceFault } from '../workspace/workspace.ts';
import type { ContractsFile } from './contracts/file.ts';
import type { Offer } from './contracts/judge.ts';
import { commandLine, type OrderedPack, readOrdered } from './contracts/ordered.ts';
import { type ReadContract, readContracts, surveyContracts } from './contracts/read.ts';
import { findRepeats } from './contracts/repeats.ts';
import { sampleSets, setKey } from './sets.ts';

/** Which contracts a run is about. */
export type PackChoice = {
  /** A table of contracts; `data/contracts.csv` of the workspace where it is left out. */
  readonly contracts?: string | undefined;
  /** One pack, ordered by hand, in place of a table. */
  readonly ordered?: OrderedPack | undefined;
  /** Only these contracts of the table, by id. */
  readonly only?: readonly string[] | undefined;
  /** Only so many, spread over the sets so that as many as can be are seen. */
  readonly sample?: number | undefined;
};

/** The contracts of a run, to be read as often as is needed. */
export type ChosenContracts = {
  /** What findings call the source. */
  readonly path: string;
  readonly columns: readonly string[];
  /** What is wrong with the table as a whole; with an error among it, there are no contracts. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Whether these are all contracts of the table: then packs of others go. */
  readonly isWhole: boolean;
  readonly contracts: () => Iterable<ReadContract>;
};

/**
 * Opens what a run is about. Throws WorkspaceFault where the table cannot be read, UnknownName where a contract is asked
 * for that it does not have.
 */
export function openContracts(
  workspace: string,
  language: string,
  choice: PackChoice,
  offer: Offer,
): ChosenContracts {
  return choice.ordered === undefined
    ? openTable(workspace, language, choice, offer)
    : openOrdered(choice.ordered, offer);
}

function openTable(
  workspace: string,
  language: string,
  { contracts, only = [], sample }: PackChoice,
  offer: Offer,
): ChosenContracts {
  const path = contracts ?? 'data/contracts.csv';
  const onDisk = contracts ?? join(workspace, path);
  if (contracts === undefined && !existsSync(onDisk)) throw new WorkspaceFault(path, noTable);
  const file: ContractsFile = { path, chunks: () => readChunksAt(onDisk) };
  const { columns, diagnostics } = surveyContracts(file, language);
  const opened = { path, columns, diagnostics };
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { ...opened, isWhole: false, contracts: () => [] };
  const repeats = findRepeats(file, language);
  const all = () => readContracts(file, offer, repeats, language);
  if (only.length > 0) {
    checkOnly(only, all());
    const wanted = new Set(only);
    return { ...opened, isWhole: false, contracts: () => pick(all(), ({ id }) => wanted.has(id)) };
  }
  if (sample === undefined) return { ...opened, isWhole: true, contracts: all };
  const chosen = sampleSets([...keysOf(all())], sample);
  return { ...opened, isWhole: false, contracts: () => pick(all(), (_, index) => chosen.has(index)) };
}

const noTable =
  'There are no contracts: data/contracts.csv does not exist. Write it, a row for each contract, with the columns contract, ' +
  'customer, language, products and date; or order one pack by --customer, --product and --language.';

function openOrdered(ordered: OrderedPack, offer: Offer): ChosenContracts {
  const { contract, diagnostics } = readOrdered(ordered, offer);
  // A command line has no lines to point to.
  const found = diagnostics.map(({ also: _, ...one }) => ({ ...one, place: { file: commandLine } }));
  return {
    path: commandLine,
    columns: Object.keys(ordered.columns ?? {}),
    diagnostics: found,
    isWhole: false,
    contracts: () =>
      contract === undefined ? [] : [{ id: contract.id, line: undefined, contract, diagnostics: [] }],
  };
}

function* pick(
  contracts: Iterable<ReadContract>,
  isWanted: (contract: ReadContract, index: number) => boolean,
): Generator<ReadContract> {
  let index = 0;
  for (const contract of contracts) if (isWanted(contract, index++)) yield contract;
}

/** The same text is held once, however many contracts share it. */
function* keysOf(contracts: Iterable<ReadContract>): Generator<string | undefined> {
  const known = new Map<string, string>();
  for (const { contract } of contracts) {
    if (contract === undefined) {
      yield undefined;
      continue;
    }
    const key = setKey(contract);
    known.set(key, known.get(key) ?? key);
    yield known.get(key);
  }
}

/** Ids that a misspelt one is compared with. */
const mostCompared = 20_000;

function checkOnly(only: readonly string[], contracts: Iterable<ReadContract>): void {
  const missing = new Set(only);
  const known: string[] = [];
  for (const { id } of contracts) {
    missing.delete(id);
    if (known.length < mostCompared) known.push(id);
  }
  const [first] = missing;
  if (first !== undefined) throw new UnknownName('contract', first, known);
}
