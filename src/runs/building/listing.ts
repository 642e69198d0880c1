import { asEdition } from '../../catalogue/editions/assemble.ts';
import type { Frame } from '../../catalogue/frame.ts';
import type { Product, Shelf } from '../../catalogue/model.ts';
import type { Edition, EditionContent } from '../../edition/edition.ts';
import type { ChangedEdition } from '../../page/changes.ts';
import { type ListedProduct, listProduct } from '../../page/listed.ts';
import { programVersion } from '../../version.ts';
import { historyOf } from '../opening/history.ts';

/** A product whose matrix can be read, as the download page lists it: what was released, and the draft behind it. */
export function listToday(frame: Frame, { id, draft }: Product, content: EditionContent): ListedProduct {
  const released = releasedEditions(frame, frame.shelves.get(id));
  if (!draft) return listProduct(id, released);
  // Without a past there is nothing to compare, and no digest to be computed.
  const edition = { ...content, draft };
  if (released.length === 0) return listProduct(id, [{ edition, changes: undefined }]);
  return listProduct(id, [...released, changedEdition(frame, asEdition(content, draft, programVersion()))]);
}

/** One of which only the released editions can be read. */
export function listShelf(frame: Frame, shelf: Shelf): ListedProduct {
  return listProduct(shelf.product, releasedEditions(frame, shelf));
}

function releasedEditions(frame: Frame, shelf: Shelf | undefined): ChangedEdition[] {
  return (shelf?.released ?? []).map((edition) => changedEdition(frame, edition));
}

/** An edition with what it changed, which is the last that its own history tells. */
function changedEdition(frame: Frame, edition: Edition): ChangedEdition {
  return { edition, changes: historyOf(frame, edition).at(-1)?.changes };
}
