import type { Product } from '../../catalogue/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { type Tried, tryChange } from '../../scaffold/change.ts';
import type { WritableWorkspace } from '../../workspace/workspace.ts';
import { type Brought, notBrought, writeInto } from '../brought.ts';
import type { JoinedMatrix } from '../joined.ts';
import { comparePage } from '../language/compare.ts';
import { type Advice, compareFindings } from '../language/findings.ts';
import { rewordings } from './findings.ts';
import { planUpdate } from './plan.ts';

/** How a page is held against a product that was written in its language. */
export type Updating = {
  readonly folder: string;
  readonly workspace: WritableWorkspace;
  readonly now: Tried;
  readonly product: Product;
  readonly parties: readonly string[];
  readonly accept: boolean;
  readonly dryRun: boolean;
  readonly locate: (found: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/**
 * Holds a page against the product it was imported as, in the same language. It says what differs and changes nothing,
 * unless that is accepted: then the matrix says what the page says, and rows that are in both keep their ids.
 */
export function bringUpdate(joined: JoinedMatrix, options: Updating): Brought {
  const { product, now, workspace, folder, accept, dryRun, locate } = options;
  const compared = comparePage(joined, {
    product,
    tables: now.tables,
    names: {
      asked: options.parties,
      names: new Map(product.parties.map(({ id, name }) => [id, name.source])),
    },
    textOf: (at) => product.activities[at]!.text.source,
  });
  if (compared.value === undefined) return notBrought(locate(compared.diagnostics));
  const found = [...compareFindings(compared.value, advice), ...rewordings(compared.value)];
  if (!accept) return { ...notBrought(locate(found)), kind: found.length === 0 ? 'update' : 'none' };
  const change = planUpdate(compared.value);
  const tried = tryChange(workspace, change);
  const own = tried.diagnostics.filter(({ scope }) => scope?.product === product.id);
  return {
    kind: 'update',
    files: writeInto(folder, workspace, change, dryRun),
    diagnostics: [],
    checked: tried.locate(own),
    missing: 0,
    isBuilt: true,
  };
}

const advice: Advice = {
  onlyHere: 'With --accept it is removed from the matrix.',
  onlyThere: 'With --accept it is added to the matrix.',
  unsure: 'With --accept the one is removed from the matrix and the other added.',
};
