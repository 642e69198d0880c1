import { isBlocking } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { WrittenFile } from '../../scaffold/change.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import { applyRound, planRound, type RoundPlan } from './plan.ts';

export type ImportWorkbookOptions = {
  /** Folder of the workspace that the workbook came from. */
  readonly workspace: string;
  /** The edited workbook; findings name its path. */
  readonly file: SourceFile;
  /** Takes what the workbook says where it and the matrix were changed in two ways. */
  readonly accept: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
};

export type ImportWorkbookResult = {
  /** Absent where the workbook could not be held against anything. */
  readonly plan: RoundPlan | undefined;
  /** What was written. */
  readonly files: readonly WrittenFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Brings an edited workbook back into the workspace it was made from: all that it changes, or nothing. Throws
 * WorkspaceFault.
 */
export function importWorkbook({
  workspace,
  file,
  accept,
  dryRun,
}: ImportWorkbookOptions): ImportWorkbookResult {
  const opened = openWorkspace(workspace);
  const { value: plan, diagnostics } = planRound(opened, file, { accept });
  const isFree = plan !== undefined && !dryRun && !diagnostics.some(isBlocking);
  return { plan, files: isFree ? applyRound(opened, plan) : [], diagnostics };
}
