import { readInLanguage } from '../edition/in-language.ts';
import { hasChanges } from './changed.ts';
import { compareActivities } from './changes/activities.ts';
import { compareFrames } from './changes/frame.ts';
import { compareCodes, compareParties } from './changes/parties.ts';
import { findMerges, findSplits } from './changes/parts.ts';
import { compareSections } from './changes/sections.ts';
import { sharedTexts } from './changes/shared-texts.ts';
import { compareTranslations } from './changes/translations.ts';
import { type CompareOptions, type Comparison, prepareComparison } from './comparison.ts';
import { textIn } from './identity/side.ts';
import type { EditionHead, ProductDiff } from './product-diff.ts';
import type { ComparableEdition } from './states/state.ts';

/**
 * What changed from one edition to another, in contract terms. Activities are the same by their ids, else by section
 * and text: two that only changed places are the same, and so is one that was reworded.
 */
export function compareEditions(
  old: ComparableEdition,
  now: ComparableEdition,
  options: CompareOptions = {},
): ProductDiff {
  const comparison = prepareComparison(old, now, options);
  const { language } = comparison;
  const places = compareSections(comparison);
  const parties = compareParties(comparison);
  const activities = compareActivities(comparison, places, parties);
  const changes = {
    language,
    activities,
    sections: places.sections,
    parties,
    codes: compareCodes(comparison),
    splits: findSplits(activities),
    merges: findMerges(activities),
    ...compareSurroundings(old, now, comparison),
  };
  return {
    product: now.product,
    state: hasChanges(changes) ? 'changed' : 'same',
    old: headOf(old, language),
    now: headOf(now, language),
    ...changes,
  };
}

/** What a published page leaves out around its matrix is not known to be gone. */
const unknownSurroundings = { frame: [], texts: [], languages: { added: [], removed: [] } };

function compareSurroundings(
  old: ComparableEdition,
  now: ComparableEdition,
  comparison: Comparison,
): Pick<ProductDiff, 'frame' | 'texts' | 'languages'> {
  const { hasIds, language } = comparison;
  if (!hasIds) return unknownSurroundings;
  return {
    frame: compareFrames(old, now, comparison),
    texts: compareTranslations(old, now, language, sharedTexts(comparison)),
    languages: compareLanguages(old, now),
  };
}

/** A document says nothing of the languages in which it was not made. */
function compareLanguages(old: ComparableEdition, now: ComparableEdition): ProductDiff['languages'] {
  if (old.excerpt || now.excerpt) return { added: [], removed: [] };
  return {
    added: now.languages.filter((tag) => !old.languages.includes(tag)),
    removed: old.languages.filter((tag) => !now.languages.includes(tag)),
  };
}

/** A product that only the later of two states has: all of its activities were added. */
export function introduceEdition(now: ComparableEdition, options: CompareOptions = {}): ProductDiff {
  return { ...compareEditions(emptied(now), now, options), state: 'added', old: undefined };
}

/** A product that only the earlier of two states has: all of its activities were removed. */
export function withdrawEdition(old: ComparableEdition, options: CompareOptions = {}): ProductDiff {
  return { ...compareEditions(old, emptied(old), options), state: 'removed', now: undefined };
}

function emptied(edition: ComparableEdition): ComparableEdition {
  return { ...edition, sections: [], activities: [] };
}

function headOf(content: ComparableEdition, language: string): EditionHead {
  const { product, name, edition, date, draft, reference, annex } = content;
  const read = readInLanguage(content, language);
  return {
    product,
    name: textIn(name, language),
    edition,
    date,
    draft,
    reference,
    annex,
    trust: {
      prevailing: { language: content.language, name: textIn(name, content.language) },
      isMachine: read?.isMachine ?? false,
      staleClauses: read?.staleClauses ?? [],
    },
  };
}
