import type { Reason } from '../cache/decide.ts';

/** More paths than these say no more than their number. */
const mostPaths = 3;

/** Why an artifact was made, in a few words. */
export function printReason(reason: Reason): string {
  if (reason.kind === 'new') return 'nothing here tells of an earlier build of it';
  if (reason.kind === 'missing') return 'its file is gone';
  if (reason.kind === 'altered') return 'its file is not the one that was published';
  const { paths } = reason;
  if (paths.length === 0) return 'its sources changed';
  const others = paths.length - mostPaths;
  const named = paths.slice(0, mostPaths).join(', ');
  return `changed: ${named}${others > 0 ? ` and ${others} more` : ''}`;
}
