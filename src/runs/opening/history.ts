import type { Frame } from '../../catalogue/frame.ts';
import type { Edition } from '../../edition/edition.ts';
import type { HistoryEntry } from '../../edition/history.ts';
import { tellHistory } from '../../release/history.ts';

/** All documents of an edition tell one history, in whichever language and format they are. */
const histories = new WeakMap<Edition, readonly HistoryEntry[]>();

/** What became of a product from its first released edition to this one; empty where none was released before. */
export function historyOf({ shelves }: Frame, edition: Edition): readonly HistoryEntry[] {
  const known = histories.get(edition);
  if (known !== undefined) return known;
  const history = tellHistory(shelves.get(edition.product)?.released ?? [], edition);
  histories.set(edition, history);
  return history;
}
