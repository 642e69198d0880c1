import type { Comparison } from '../comparison.ts';
import type { Pairing } from '../identity/pairing.ts';
import type { SharedText } from './translations.ts';

/** All texts that both editions have, of what is the same in them. */
export function sharedTexts({ old, now, rows, sections, parties, codes }: Comparison): SharedText[] {
  const [was, is] = [old.edition, now.edition];
  return [
    { of: { what: 'name', id: is.product }, old: was.name, now: is.name },
    { of: { what: 'summary', id: is.product }, old: was.summary, now: is.summary },
    ...pairsOf(was.parties, is.parties, parties).map(([one, other]) => ({
      of: { what: 'party' as const, id: other.id },
      old: one.name,
      now: other.name,
    })),
    ...pairsOf(was.codes, is.codes, codes).map(([one, other]) => ({
      of: { what: 'code' as const, id: other.sign },
      old: one.meaning,
      now: other.meaning,
    })),
    ...pairsOf(was.sections, is.sections, sections).map(([one, other]) => ({
      of: { what: 'section' as const, id: other.key },
      old: one.title,
      now: other.title,
    })),
    ...pairsOf(was.activities, is.activities, rows).flatMap(([one, other]) => [
      { of: { what: 'activity' as const, id: other.id }, old: one.activity, now: other.activity },
      { of: { what: 'note' as const, id: other.id }, old: one.note, now: other.note },
    ]),
  ];
}

/** What both editions have, in the order of the later one. */
function pairsOf<T>(old: readonly T[], now: readonly T[], { oldOf }: Pairing): [T, T][] {
  return now.flatMap((is, at): [T, T][] => {
    const was = old[oldOf.get(at) ?? -1];
    return was === undefined ? [] : [[was, is]];
  });
}
