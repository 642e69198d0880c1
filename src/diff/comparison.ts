import type { EditionContent } from '../edition/edition.ts';
import { isSameLetters, isSameTypography, type SameText } from './changes/rewording.ts';
import type { Pairing } from './identity/pairing.ts';
import { pairPartiesByDuties, pairPartiesByName } from './identity/parties.ts';
import { pairRows } from './identity/rows.ts';
import { pairSections } from './identity/sections.ts';
import { type Row, readSide, type Side } from './identity/side.ts';
import { pairCodes, pairCodesByUse, translateSigns } from './identity/signs.ts';
import { commonLanguage } from './language.ts';

export type CompareOptions = {
  /** The language in which texts are compared; without it the one that prevails now, where both editions have it. */
  readonly language?: string | undefined;
  /** Whether ids name the same activity in both editions: they do unless one of them is a published page. */
  readonly hasIds?: boolean;
  /** Ids of the activities of each edition whose codes could not all be read. */
  readonly unread?: { readonly old: ReadonlySet<string>; readonly now: ReadonlySet<string> };
};

/** Two editions, and what in them is the same thing. */
export type Comparison = {
  readonly old: Side;
  readonly now: Side;
  readonly language: string;
  readonly hasIds: boolean;
  readonly isSame: SameText;
  readonly rows: Pairing;
  readonly sections: Pairing;
  readonly parties: Pairing;
  readonly codes: Pairing;
  /** Says signs of the earlier edition as the later one does. */
  readonly say: (held: readonly string[]) => readonly string[];
  readonly isUnread: (row: Row, when: 'old' | 'now') => boolean;
};

/** Finds what is the same in two editions: everything that is said of their changes follows from it. */
export function prepareComparison(
  oldEdition: EditionContent,
  nowEdition: EditionContent,
  { language: wanted, hasIds = true, unread }: CompareOptions,
): Comparison {
  const language = wanted ?? commonLanguage(oldEdition, nowEdition) ?? nowEdition.language;
  const old = readSide(oldEdition, language, hasIds);
  const now = readSide(nowEdition, language, hasIds);
  const codes = pairCodes(oldEdition, nowEdition);
  const sayKnown = translateSigns(oldEdition, nowEdition, codes);
  const sections = pairSections(old, now);
  const parties = pairPartiesByName(oldEdition, nowEdition, language);
  const rows = pairRows(old, now, {
    sections,
    isSameDuty: (was, is) => isSameDuty(was, is, { old, now, parties, say: sayKnown }),
    // Ids of two products need not be the same where their activities are.
    byLikeness: !hasIds || oldEdition.product !== nowEdition.product,
  });
  if (!hasIds) pairPartiesByDuties(old, now, rows, parties);
  pairCodesByUse(old, now, { rows, parties }, codes);
  return {
    old,
    now,
    language,
    hasIds,
    isSame: hasIds ? isSameLetters : isSameTypography,
    rows,
    sections,
    parties,
    codes,
    say: translateSigns(oldEdition, nowEdition, codes),
    isUnread: ({ activity }, when) => unread?.[when].has(activity.id) ?? false,
  };
}

type Known = Pick<Comparison, 'old' | 'now' | 'parties' | 'say'>;

function isSameDuty(was: Row, is: Row, { old, now, parties, say }: Known): boolean {
  return [...parties.nowOf].every(([one, other]) => {
    const from = was.activity.codes[old.edition.parties[one]!.id] ?? [];
    const to = is.activity.codes[now.edition.parties[other]!.id] ?? [];
    return say(from).join(' ') === to.join(' ');
  });
}
