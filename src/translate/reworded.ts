import type { Catalogue, TranslationRow } from '../catalogue/model.ts';
import { textsOf } from '../catalogue/texts.ts';
import { likeness } from '../likeness/likeness.ts';
import { findNear } from '../likeness/near.ts';
import type { Unit } from './unit.ts';

/** A phrase and a text that are less alike than this are no pair. */
const leastLikeness = 0.5;

/** Of two texts that share fewer of their words, the likeness is not looked at: so the price stays linear. */
const leastShared = 0.3;

/**
 * Pairs what is missing with phrases that no text reads any more. A phrase has no id, so that a reworded text and its
 * translation part company; where their words are alike, the text is stale and not merely missing, and its translator
 * sees what changed.
 */
export function pairReworded(catalogue: Catalogue, language: string, units: readonly Unit[]): Unit[] {
  const orphans = findOrphans(catalogue, language);
  const missing = units.filter(({ state }) => state === 'missing');
  const pairs = pairUp(
    orphans.map(({ source }) => source),
    missing.map(({ source }) => source),
  );
  const rows = new Map(
    pairs.map(({ from, to, likeness }) => [missing[to]!, { row: orphans[from]!, likeness }]),
  );
  return units.map((unit) => {
    const pair = rows.get(unit);
    if (pair === undefined) return unit;
    const { source, text, status } = pair.row;
    return { ...unit, state: 'stale', before: { source, text, status }, ...pair };
  });
}

/** Phrases that no text reads; none where something could not be read, whose texts they may be. */
function findOrphans(catalogue: Catalogue, language: string): TranslationRow[] {
  if (!catalogue.whole) return [];
  const texts = [
    ...catalogue.wording.values(),
    ...catalogue.sections,
    ...catalogue.products.flatMap((product) => [...textsOf(product)].map(({ text }) => text)),
  ];
  const living = new Set(texts.map(({ source }) => source));
  const phrases = catalogue.translations.get(language)?.phrases ?? new Map<string, TranslationRow>();
  return [...phrases.values()].filter(({ source }) => !living.has(source));
}

type Pair = { readonly from: number; readonly to: number; readonly likeness: number };

/** The likest first, and each text once. */
function pairUp(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length === 0 || after.length === 0) return [];
  const across = findNear([...before, ...after], leastShared)
    .filter(({ first, second }) => first < before.length && second >= before.length)
    .map(({ first: from, second }) => ({ from, to: second - before.length }))
    .map(({ from, to }) => ({ from, to, likeness: likeness(before[from]!, after[to]!) }))
    .filter((pair) => pair.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || a.from - b.from || a.to - b.to);
  const taken = { from: new Set<number>(), to: new Set<number>() };
  return across.filter(({ from, to }) => {
    if (taken.from.has(from) || taken.to.has(to)) return false;
    taken.from.add(from);
    taken.to.add(to);
    return true;
  });
}
