import type { Edition, EditionActivity, EditionContent, Texts } from '../edition/edition.ts';
import type { EditionChanges } from '../edition/history.ts';
import type { ToldChange, ToldChanges, ToldCounts, ToldMove, ToldTexts } from './told.ts';

/** An edition, and what it changed against the one before it; undefined for the first. */
export type ChangedEdition = { readonly edition: Said; readonly changes: EditionChanges | undefined };

/** What an edition says, and whether it is a draft. */
export type Said = EditionContent & Pick<Edition, 'draft'>;

/** How much an edition changed. */
export function countChanges(changes: EditionChanges): ToldCounts {
  const { moved, added, removed, reworded, renumbered } = changes;
  const around = (['parties', 'legend', 'headings', 'notes'] as const).filter((part) => changes[part]);
  return {
    moved: moved.length,
    added: added.length,
    removed: removed.length,
    reworded: reworded.length,
    renumbered: renumbered.length,
    around: around.map((part) => `change-${part}`),
  };
}

/** What changed from edition to edition, clause by clause; undefined where nothing did. */
export function tellChanges(editions: readonly ChangedEdition[]): ToldChanges | undefined {
  const steps = editions.flatMap(({ edition, changes }, i) => {
    const earlier = editions[i - 1]?.edition;
    const told = changes && earlier ? tellStep(earlier, edition, changes) : [];
    return told.length > 0 ? [[keyOf(edition), told] as const] : [];
  });
  if (steps.length === 0) return undefined;
  const parties = editions.flatMap(({ edition }) => edition.parties);
  const codes = editions.flatMap(({ edition }) => edition.codes);
  return {
    parties: Object.fromEntries(parties.map(({ id, name }) => [id, inLanguages(name)])),
    codes: Object.fromEntries(codes.map(({ sign, name }) => [sign, inLanguages(name)])),
    editions: Object.fromEntries(steps),
  };
}

/** What an edition is called in addresses: a draft may have the name of a released one. */
export function keyOf({ edition, draft }: Pick<Edition, 'edition' | 'draft'>): string {
  return draft ? `${edition}-draft` : edition;
}

/** A text in all of its languages, without how far each can be trusted. */
export function inLanguages(texts: Texts): ToldTexts {
  return Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text]));
}

/** The history knows which clauses differ; this adds what they say. */
function tellStep(earlier: Said, later: Said, changes: EditionChanges): ToldChange[] {
  const then = new Map(earlier.activities.map((activity) => [activity.id, activity]));
  const has = (clauses: readonly string[]) => (clause: string) => clauses.includes(clause);
  const [isMoved, isAdded, isReworded] = [changes.moved, changes.added, changes.reworded].map(has);
  const present = later.activities.flatMap((now): ToldChange[] => {
    const { id, clause } = now;
    const told = { clause, text: inLanguages(now.activity) };
    if (isAdded!(clause)) return [{ kind: 'added', ...told }];
    const was = then.get(id);
    if (was === undefined) return [];
    const before = isReworded!(clause) ? { before: textIn(was.activity, earlier.language) } : {};
    if (isMoved!(clause)) return [{ kind: 'moved', ...told, ...before, moves: tellMoves(was, now, later) }];
    return isReworded!(clause) ? [{ kind: 'reworded', ...told, ...before }] : [];
  });
  const removed = earlier.activities.filter(({ clause }) => changes.removed.includes(clause));
  const isStillThere = new Set(later.activities.map(({ id }) => id));
  return [
    ...present,
    ...removed
      .filter(({ id }) => !isStillThere.has(id))
      .map(({ clause, activity }): ToldChange => ({ kind: 'removed', clause, text: inLanguages(activity) })),
  ];
}

/** Which codes other parties hold than before, in the order of the legend. */
function tellMoves(was: EditionActivity, now: EditionActivity, { codes }: Said): ToldMove[] {
  const holders = ({ codes: held }: EditionActivity, sign: string) =>
    Object.keys(held).filter((party) => held[party]!.includes(sign));
  const signs = [...new Set([...codes.map(({ sign }) => sign), ...Object.values(was.codes).flat()])];
  return signs
    .map((code) => ({ code, before: holders(was, code), now: holders(now, code) }))
    .filter(({ before, now: after }) => before.join(' ') !== after.join(' '));
}

function textIn(texts: Texts, language: string): string {
  return texts[language]?.text ?? '';
}
