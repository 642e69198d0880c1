import { checkNeeds } from '../fleet/needs.ts';
import { measureProgress, type Progress } from '../fleet/progress.ts';
import { QueueRefused, type QueueUrl } from '../fleet/queue-url.ts';
import type { ListedPack } from '../pack/manifest.ts';

export type RunStatus = {
  readonly progress: Progress;
  /** The first contracts that came to no pack, in the order of the table. */
  readonly withoutPack: readonly ListedPack[];
};

/**
 * How far a run on many machines is; without an id, the one that was planned last. Throws FleetUnready and QueueFault where the
 * database cannot be asked, QueueRefused where it knows of no such run.
 */
export async function readRunStatus(url: QueueUrl, id: number | undefined): Promise<RunStatus> {
  await checkNeeds(['records']);
  const { openRunDesk } = await import('../fleet/database/open.ts');
  const records = await openRunDesk(url);
  try {
    const counts = await records.counts(id);
    if (counts === undefined) throw new QueueRefused(describeMissing(url, id));
    return { progress: measureProgress(counts), withoutPack: await records.withoutPack(counts.run) };
  } finally {
    await records.close();
  }
}

function describeMissing({ label }: QueueUrl, id: number | undefined): string {
  return id === undefined
    ? `The database ${label} knows of no run yet: annex pack --queue URL --store URL plans one.`
    : `The database ${label} knows of no run ${id}; annex pack --status --queue URL shows the last one.`;
}
