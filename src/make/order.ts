import type { LocalizedProduct } from '../catalogue/localized.ts';
import type { Edition } from '../edition/edition.ts';
import type { PlannedArtifact } from '../plan/plan.ts';

/**
 * All that one artifact is made from, beside the templates and brands that many share: plain values, which a worker in
 * another thread can be given. Nothing else reaches its bytes.
 */
export type Order = {
  readonly artifact: PlannedArtifact;
  readonly product: LocalizedProduct;
  /** In all languages; a document carries an excerpt. */
  readonly edition: Edition;
};
