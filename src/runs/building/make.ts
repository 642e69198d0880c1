import type { Catalogue } from '../../catalogue/model.ts';
import type { Checked } from '../../diagnostics/checked.ts';
import type { Rendered } from '../../formats/format.ts';
import { makeOrder } from '../../make/make.ts';
import { sweeping } from '../../make/sweep.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import { type Opened, workshopOf } from '../opening/open.ts';
import { orderFor } from '../opening/order.ts';

/** compose -> render -> prove, for one artifact of a plan. What the proof refuses has no value. */
export async function makeArtifact(
  opened: Opened,
  catalogue: Catalogue,
  artifact: PlannedArtifact,
): Promise<Checked<Rendered>> {
  return sweeping(() => makeOrder(workshopOf(opened, catalogue), orderFor(catalogue, artifact)));
}
