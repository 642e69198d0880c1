import type { ChangeView } from '../../compose/change/view.ts';
import type { Rewording } from '../product-diff.ts';

type Texts = ChangeView['around'][number];
type Pieces = Texts['now'];
type Reworded = Pick<Texts, 'now' | 'before' | 'isCut'>;

/** A text that reads the same in both editions. */
export function samePieces(text: string): Reworded {
  return { now: [{ text, isChanged: false }], before: [], isCut: false };
}

/** A reworded text in pieces, as it is and as it was. */
export function changedPieces({ from, to, words }: Rewording): Reworded {
  const without = (kind: 'added' | 'removed'): Pieces =>
    words
      .filter((change) => change.kind !== kind)
      .map((change) => ({ text: change.text, isChanged: change.kind !== 'same' }));
  return {
    now: to === '' ? [] : without('removed'),
    before: from === '' ? [] : without('added'),
    isCut: words.some(({ kind }) => kind === 'removed'),
  };
}

/** A text that joined, or one that left. */
export function wholePieces(text: string, when: 'before' | 'now'): Reworded {
  const pieces = [{ text, isChanged: true }];
  return when === 'now'
    ? { now: pieces, before: [], isCut: false }
    : { now: [], before: pieces, isCut: true };
}
