import { assembleCatalogue } from '../../catalogue/assemble.ts';
import { assembleContent } from '../../catalogue/editions/assemble.ts';
import type { Catalogue, Product } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { rules } from '../../catalogue/rules/rules.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import { locateDiagnostics } from '../../tables/locate-diagnostics.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ProductState, State } from './state.ts';

/**
 * The products of a workspace as they are written now, whatever its rules find: a matrix at fault is compared as far
 * as it can be read, and the state says how far that is.
 *
 * @param only id of the one product that is meant; all where it is left out
 */
export function readWorkspaceState(workspace: Workspace, name: string, only?: string): State {
  const overlaid = overlayWorkspace(workspace, shippedTemplates());
  const { value, diagnostics, tables } = assembleCatalogue({
    workspace: overlaid,
    shipped: shippedWorkspace(),
  });
  const isMeant = (id: string | undefined) => only === undefined || id === undefined || id === only;
  const products = (value?.products ?? []).filter(({ id }) => isMeant(id));
  const folders = workspace.list(productsFolder).folders.filter(isMeant);
  const read = (file: string) => {
    const source = overlaid.read(file);
    return source && new TextDecoder().decode(source.bytes);
  };
  return {
    name,
    products: products.map((product) => readProductState(value!, product)),
    unreadable: folders.filter((folder) => !products.some(({ id }) => id === folder)),
    kind: only === undefined ? 'workspace' : 'document',
    diagnostics: locateDiagnostics(
      diagnostics.filter((found) => isOfReading(found) && isMeant(found.scope?.product)),
      { tables, read },
    ),
  };
}

function readProductState(catalogue: Catalogue, product: Product): ProductState {
  const { draft, activities } = product;
  return {
    edition: { ...assembleContent(catalogue, product), draft },
    hasIds: true,
    unread: new Set(activities.filter(({ readable }) => !readable).map(({ id }) => id)),
  };
}

const ruleIds = new Set(rules.map(({ id }) => id));

/** Whether something could not be read: what rules find was read well, and bears on no comparison. */
function isOfReading(found: Diagnostic): boolean {
  return isBlocking(found) && !ruleIds.has(found.rule);
}
