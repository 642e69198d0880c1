import { localize } from '../../catalogue/localize.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import type { Order } from '../../make/order.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import { editionFor } from './edition-of.ts';
import { historyOf } from './history.ts';

/** What an artifact of a plan is made from. */
export function orderFor(catalogue: Catalogue, artifact: PlannedArtifact): Order {
  const edition = editionFor(catalogue, artifact);
  const product = localize(catalogue, edition, artifact.language, historyOf(catalogue, edition));
  return { artifact, product, edition };
}
