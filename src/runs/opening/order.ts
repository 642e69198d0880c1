import type { Frame } from '../../catalogue/frame.ts';
import { localize } from '../../catalogue/localize.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import type { Order } from '../../make/order.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import { type EditionToday, editionFor, editionsIn } from './edition-of.ts';
import { historyOf } from './history.ts';

/** What an artifact of a plan is made from. */
export function orderFor(catalogue: Catalogue, artifact: PlannedArtifact): Order {
  return orderFrom(catalogue, artifact, editionsIn(catalogue));
}

/** The same, of products whose editions come from elsewhere. */
export function orderFrom(frame: Frame, artifact: PlannedArtifact, today: EditionToday): Order {
  const edition = editionFor(frame, artifact, today);
  const product = localize(frame, edition, artifact.language, historyOf(frame, edition));
  return { artifact, product, edition };
}
