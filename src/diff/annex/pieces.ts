import type { ChangeView } from '../../compose/change/view.ts';
import type { Rewording } from '../product-diff.ts';

type Texts = ChangeView['around'][number];
type Pieces = Texts['now'];

/** A text that reads the same in both editions. */
export function samePieces(text: string): Pick<Texts, 'now' | 'before'> {
  return { now: [{ text, isChanged: false }], before: [] };
}

/**
 * A reworded text in pieces, as it is and as it was. What was added shows in the one; the other is needed where words
 * were removed, or where the text joined or left as a whole.
 */
export function changedPieces({ from, to, words }: Rewording): Pick<Texts, 'now' | 'before'> {
  const without = (kind: 'added' | 'removed'): Pieces =>
    words
      .filter((change) => change.kind !== kind)
      .map((change) => ({ text: change.text, isChanged: change.kind !== 'same' }));
  const isKept = words.every(({ kind }) => kind !== 'removed');
  return {
    now: to === '' ? [] : without('removed'),
    before: from === '' || isKept ? [] : without('added'),
  };
}

/** A text that joined, or one that left. */
export function wholePieces(text: string, when: 'before' | 'now'): Pick<Texts, 'now' | 'before'> {
  const pieces = [{ text, isChanged: true }];
  return when === 'now' ? { now: pieces, before: [] } : { now: [], before: pieces };
}
