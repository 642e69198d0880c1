import { localize } from './catalogue/localize.ts';
import type { Catalogue } from './catalogue/model.ts';
import { editionOf } from './edition-of.ts';
import { historyOf } from './history.ts';
import type { Order } from './make/order.ts';
import type { PlannedArtifact } from './plan/plan.ts';

/** What an artifact of a plan is made from. */
export function orderFor(catalogue: Catalogue, artifact: PlannedArtifact): Order {
  const product = catalogue.products.find(({ id }) => id === artifact.product)!;
  return {
    artifact,
    product: localize(catalogue, product, artifact.language, historyOf(catalogue, product)),
    edition: editionOf(catalogue, product),
  };
}
