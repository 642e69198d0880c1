import { productsFolder } from '../catalogue/products.ts';
import { isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { everything } from '../plan/plan.ts';
import { checkRequest } from '../plan/request.ts';
import { cellLocator } from '../tables/locate.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import { openWorkspace } from '../workspace/disk.ts';
import { planIds } from './ids.ts';

export type FixOptions = {
  readonly workspace: string;
  readonly products: readonly string[];
  readonly dryRun: boolean;
};

export type FixResult = {
  readonly filled: readonly {
    readonly file: string;
    readonly line: number;
    readonly id: string;
    readonly activity: string;
  }[];
  /** What kept a file from being mended. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** Fills in the empty ids of matrices and touches no other byte. Throws UnknownName, WorkspaceFault. */
export function fixWorkspace(options: FixOptions): FixResult {
  const workspace = openWorkspace(options.workspace);
  const { folders } = workspace.list(productsFolder);
  const names = { products: folders, languages: [], formats: [], brands: [] };
  checkRequest({ ...everything, products: options.products }, names);
  const wanted = options.products.length > 0 ? options.products : folders;
  const { fixes, diagnostics, tables } = planIds(workspace, wanted);
  if (!options.dryRun) for (const fix of fixes) workspace.write(fix.file, fix.bytes);
  return {
    filled: fixes.flatMap(({ file, filled }) => {
      const { text, dialect } = tables.get(file)!;
      const locate = cellLocator(text, dialect);
      return filled.map(({ record, id, activity }) => ({ file, line: locate(record, 0).line, id, activity }));
    }),
    diagnostics: locateDiagnostics(diagnostics.filter(isBlocking), { tables, read: () => undefined }),
  };
}
