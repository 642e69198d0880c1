/**
 * What a translation lost or gained against its source, by a sign that anybody can check: no understanding of the
 * language, and no guess at quality.
 */
export type Signal = {
  /** What stands in the source and not in the translation, as it is written there. */
  readonly lost: readonly string[];
  /** What stands in the translation and not in the source. */
  readonly gained: readonly string[];
};

/** Nothing lost, nothing gained. */
export const none: Signal = { lost: [], gained: [] };

/** What of two sets, whose members go by a key, stands on one side alone. */
export function compareSets(
  source: ReadonlyMap<string, string>,
  translation: ReadonlyMap<string, string>,
): Signal {
  if (source.size === 0 && translation.size === 0) return none;
  const only = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    [...a].filter(([key]) => !b.has(key)).map(([, written]) => written);
  return { lost: only(source, translation), gained: only(translation, source) };
}
