import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { type Change, type WrittenFile, writeChange } from '../scaffold/change.ts';
import { makeWorkspace } from '../workspace/disk.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What became of a page in a workspace. */
export type Brought = {
  /** What was made of it: a product, a translation of one, or nothing new; `none` where something stands in the way. */
  readonly kind: 'product' | 'translation' | 'update' | 'none';
  /** Written, or in a dry run what would be. */
  readonly files: readonly WrittenFile[];
  /** What stands in the way, and what a person has to decide. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What `annex check` would say of it. */
  readonly checked: readonly LocatedDiagnostic[];
  /** How many texts the product lacks in the language of the page. */
  readonly missing: number;
  /** Whether the workspace builds the product in that language. */
  readonly isBuilt: boolean;
};

/** Where nothing was brought in, and why. */
export function notBrought(diagnostics: readonly LocatedDiagnostic[] = []): Brought {
  return { kind: 'none', files: [], diagnostics, checked: [], missing: 0, isBuilt: false };
}

/** Writes a change into a folder, which is made only now where there is none; a dry run says what it would write. */
export function writeInto(
  folder: string,
  workspace: Workspace,
  change: Change,
  dryRun: boolean,
): WrittenFile[] {
  if (!dryRun) return writeChange(makeWorkspace(folder), change);
  return Object.keys(change).map((path) => ({
    path,
    state: workspace.read(path) === undefined ? 'new' : 'changed',
  }));
}
