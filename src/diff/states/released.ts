import { assembleCatalogue } from '../../catalogue/assemble.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { State } from './state.ts';

/** What was last released of each product of a workspace; a product that never was is not known to be new. */
export function readReleasedState(workspace: Workspace): State {
  const { value } = assembleCatalogue({
    workspace: overlayWorkspace(workspace, shippedTemplates()),
    shipped: shippedWorkspace(),
  });
  const newest = (value?.products ?? []).flatMap(({ released }) => released.at(-1) ?? []);
  return {
    name: 'the last release',
    products: newest.map((edition) => ({ edition, hasIds: true, unread: new Set<string>() })),
    unreadable: [],
    kind: 'releases',
    diagnostics: [],
  };
}
