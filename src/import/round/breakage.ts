import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** What a change makes worse. */
export type Breakage = {
  /** Findings that were not there before. */
  readonly broken: readonly Diagnostic[];
  /** How many texts are to be translated that were not before, by language. */
  readonly missing: Readonly<Record<string, number>>;
};

/** What every change of a text leaves behind: nothing translates the new one, and something the old one. */
const waiting = ['translation-missing', 'translation-orphaned'];

/**
 * Holds the findings after a change against those before. A text that waits for its translation breaks nothing: it is
 * counted, and its language is held back until it has one.
 */
export function findBreakage(before: readonly Diagnostic[], after: readonly Diagnostic[]): Breakage {
  const known = new Map<string, number>();
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  const fresh = after.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
  const missing: Record<string, number> = {};
  for (const { rule, scope } of fresh) {
    if (rule === 'translation-missing')
      missing[scope?.language ?? ''] = (missing[scope?.language ?? ''] ?? 0) + 1;
  }
  return { broken: fresh.filter(({ rule }) => !waiting.includes(rule)), missing };
}

function keyOf({ rule, message, place, scope }: Diagnostic): string {
  return JSON.stringify([rule, message, place.file, scope]);
}
