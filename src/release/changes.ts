import { canonicalJson } from '../edition/digest.ts';
import type { Edition, EditionActivity, Texts } from '../edition/edition.ts';
import type { EditionChanges } from '../edition/history.ts';

/** What a later edition changed against an earlier one: activities are the same where their ids are. */
export function countChanges(earlier: Edition, later: Edition): EditionChanges {
  const before = new Map(earlier.activities.map((activity) => [activity.id, activity]));
  const after = new Set(later.activities.map(({ id }) => id));
  const clausesWhere = (differs: (now: EditionActivity, then: EditionActivity) => boolean): string[] =>
    later.activities.flatMap((now) => {
      const then = before.get(now.id);
      return then !== undefined && differs(now, then) ? [now.clause] : [];
    });
  const said = ({ language }: Edition, { activity, note }: EditionActivity): unknown[] => [
    inLanguage(activity, language),
    inLanguage(note, language),
  ];
  const differsIn = (part: (edition: Edition) => unknown) => !isSame(part(later), part(earlier));
  return {
    moved: clausesWhere((now, then) => !isSame(dutiesOf(now), dutiesOf(then))),
    added: later.activities.flatMap(({ id, clause }) => (before.has(id) ? [] : [clause])),
    removed: earlier.activities.flatMap(({ id, clause }) => (after.has(id) ? [] : [clause])),
    reworded: clausesWhere((now, then) => !isSame(said(later, now), said(earlier, then))),
    renumbered: clausesWhere((now, then) => now.clause !== then.clause),
    parties: differsIn(partiesOf),
    legend: differsIn(legendOf),
    headings: differsIn(headingsOf),
    notes: differsIn(notesOf),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Parties without a role are left out: a party that joins takes no duty from the others by that alone. */
function dutiesOf({ codes }: EditionActivity): unknown {
  return Object.fromEntries(Object.entries(codes).filter(([, held]) => held.length > 0));
}

function partiesOf({ parties, language }: Edition): unknown {
  return parties.map(({ id, name }) => [id, inLanguage(name, language)]);
}

function legendOf({ codes, language, words }: Edition): unknown {
  const meanings = codes.map(({ sign, name, meaning }) => [
    sign,
    inLanguage(name, language),
    inLanguage(meaning, language),
  ]);
  return [meanings, inLanguage(words['legend-none'], language)];
}

/** By their words alone: a heading that only has another number shows in the clauses below it. */
function headingsOf({ sections, language }: Edition): unknown {
  return sections.map(({ key, title }) => [key, inLanguage(title, language)]);
}

function notesOf({ summary, notes, links, language }: Edition): unknown {
  return [
    inLanguage(summary, language),
    notes.map((note) => inLanguage(note, language)),
    links.map(({ text, url }) => [inLanguage(text, language), url]),
  ];
}

/** A text in the language that prevails; null where there is none, for lists must not lose their places. */
function inLanguage(texts: Texts | undefined, language: string): string | null {
  return texts?.[language]?.text ?? null;
}
