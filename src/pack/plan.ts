import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { printMember } from './contract.ts';
import type { ReadContract } from './contracts/read.ts';
import { setKey } from './sets.ts';

/** A set that contracts ask for, and how many do. */
export type PlannedSet = {
  readonly language: string;
  /** As contracts name them. */
  readonly members: readonly string[];
  readonly contracts: number;
};

/** What a run would make, without making it: the sets that most contracts ask for first. */
export type PackPlan = {
  readonly sets: readonly PlannedSet[];
  readonly read: number;
  readonly held: number;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** @param mostFindings how many findings are gathered */
export function planSets(contracts: Iterable<ReadContract>, mostFindings: number): PackPlan {
  const sets = new Map<string, PlannedSet>();
  const diagnostics: LocatedDiagnostic[] = [];
  let read = 0;
  let held = 0;
  for (const { contract, diagnostics: found } of contracts) {
    read++;
    if (contract === undefined) {
      held++;
      if (diagnostics.length < mostFindings) diagnostics.push(...found);
      continue;
    }
    const key = setKey(contract);
    const { language, members } = contract;
    const count = (sets.get(key)?.contracts ?? 0) + 1;
    sets.set(key, { language, members: members.map(printMember), contracts: count });
  }
  return { sets: [...sets.values()].sort((a, b) => b.contracts - a.contracts), read, held, diagnostics };
}
