import { type ChangeView, surroundingKinds } from '../../compose/change/view.ts';
import { reword } from '../changes/rewording.ts';
import type { ComparedCode, ComparedParty, ComparedSection, ProductDiff } from '../product-diff.ts';
import { changedPieces, samePieces, wholePieces } from './pieces.ts';

type Surrounding = ChangeView['around'][number];
type Kind = Surrounding['kind'];

/** What changed around the activities, in the order of the words that say it. */
export function viewSurroundings(
  diff: ProductDiff,
  sayParts: (clause: string, clauses: string) => string,
): Surrounding[] {
  const found: Surrounding[] = [
    ...diff.sections.flatMap(viewSection),
    ...diff.parties.flatMap(viewParty),
    ...diff.codes.flatMap(viewCode),
    ...diff.frame.map((change): Surrounding => ({ kind: `around-${change.what}`, ...changedPieces(change) })),
    ...viewParts(diff, sayParts),
  ];
  return surroundingKinds.flatMap((kind) => found.filter((one) => one.kind === kind));
}

/** Something with a line of text in each edition that has it. */
function viewLine(kind: Kind, from: string | undefined, to: string | undefined): Surrounding[] {
  if (from === undefined) return [{ kind, ...wholePieces(to!, 'now') }];
  if (to === undefined) return [{ kind, ...wholePieces(from, 'before') }];
  const rewording = reword(from, to, (one, other) => one === other);
  return rewording === undefined ? [] : [{ kind, ...changedPieces(rewording) }];
}

function viewSection({ old, now }: ComparedSection): Surrounding[] {
  const line = (section: ComparedSection['now']) => section && `${section.number} ${section.title}`.trim();
  return viewLine('around-section', line(old), line(now));
}

function viewParty({ old, now, isRenamed }: ComparedParty): Surrounding[] {
  return old && now && !isRenamed ? [] : viewLine('around-party', old?.name, now?.name);
}

function viewCode({ old, now, isRedefined }: ComparedCode): Surrounding[] {
  const line = (code: ComparedCode['now']) => code && `${code.sign} – ${code.name}: ${code.meaning}`;
  return old && now && !isRedefined ? [] : viewLine('around-code', line(old), line(now));
}

function viewParts(
  { splits, merges, activities }: ProductDiff,
  say: (clause: string, clauses: string) => string,
): Surrounding[] {
  const clauseOf = (id: string, when: 'old' | 'now') => {
    const activity = activities.find((one) => one.id === id);
    return (activity?.[when] ?? activity?.now ?? activity?.old)?.clause ?? id;
  };
  const list = (ids: readonly string[], when: 'old' | 'now') =>
    ids.map((id) => clauseOf(id, when)).join(', ');
  return [
    ...splits.map(
      ({ id, into }): Surrounding => ({
        kind: 'around-split',
        ...samePieces(say(clauseOf(id, 'old'), list(into, 'now'))),
      }),
    ),
    ...merges.map(
      ({ ids, into }): Surrounding => ({
        kind: 'around-merged',
        ...samePieces(say(list(ids, 'old'), clauseOf(into, 'now'))),
      }),
    ),
  ];
}
