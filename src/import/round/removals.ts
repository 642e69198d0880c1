import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { RoundContext } from './context.ts';
import type { Merged } from './merge.ts';

/** So many rows may be removed from any workbook without a question. */
const few = 5;

/** Questions a workbook that lacks most of its activities: a filtered part of it may have been copied. */
export function questionRemovals({ removed }: Merged, { origin, file }: RoundContext): Diagnostic[] {
  const all = origin.activities.size;
  if (removed.length <= few || removed.length * 2 <= all) return [];
  const message = `The workbook lacks ${removed.length} of the ${all} activities that it was made with.`;
  const hints = [
    'Was a filtered part of it copied? To take them all out of the matrix, run this again with --accept.',
  ];
  return [error('round-removed', { file }, message, { hints })];
}
