import type { LocatedDiagnostic } from './located.ts';

/** A line of a source around a fault: what stands before it, the fault itself, what stands behind. */
export type Excerpt = { readonly before: string; readonly marked: string; readonly after: string };

/** Code units of a source line that are shown before the fault, and in all. */
const mostBefore = 60;
const most = 180;

/** The line that a finding points into, cut to what stands around the fault; undefined where it points to a file. */
export function excerptOf({ place, sourceLine }: LocatedDiagnostic): Excerpt | undefined {
  if (!('line' in place) || sourceLine === undefined) return undefined;
  const at = place.column - 1;
  const start = at < mostBefore ? 0 : at - mostBefore;
  const end = Math.min(sourceLine.length, start + most);
  const marked = Math.min(end, at + Math.max(1, place.length ?? 1));
  return {
    before: `${start > 0 ? '…' : ''}${sourceLine.slice(start, at)}`,
    marked: sourceLine.slice(at, marked),
    after: `${sourceLine.slice(marked, end)}${end < sourceLine.length ? '…' : ''}`,
  };
}
