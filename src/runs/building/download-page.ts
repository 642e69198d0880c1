import { localizeWords } from '../../catalogue/localize.ts';
import type { Catalogue, Shelf } from '../../catalogue/model.ts';
import type { Edition } from '../../edition/edition.ts';
import type { ChangedEdition } from '../../page/changes.ts';
import { writeDownloadPage } from '../../page/page.ts';
import type { ListedProduct } from '../../page/products.ts';
import type { WritePage } from '../../publish/publish.ts';
import { editionOf } from '../opening/edition-of.ts';
import { historyOf } from '../opening/history.ts';

/** Writes the download page of a catalogue over whatever is published. */
export function downloadPage(catalogue: Catalogue): WritePage {
  const { language, languages, brands } = catalogue;
  return (artifacts) =>
    writeDownloadPage({
      language,
      languages,
      words: new Map([language, ...languages].map((tag) => [tag, localizeWords(catalogue, tag)])),
      products: listProducts(catalogue),
      brands,
      artifacts,
    });
}

/** Those whose matrix can be read, then those of which only the released editions can. */
function listProducts(catalogue: Catalogue): ListedProduct[] {
  const { products, shelves } = catalogue;
  const read = products.map((product) => ({
    id: product.id,
    editions: [
      ...releasedEditions(catalogue, shelves.get(product.id)),
      ...(product.draft ? [changedEdition(catalogue, editionOf(catalogue, product))] : []),
    ],
  }));
  const others = [...shelves.values()].filter(({ product }) => products.every(({ id }) => id !== product));
  return [
    ...read,
    ...others.map((shelf) => ({ id: shelf.product, editions: releasedEditions(catalogue, shelf) })),
  ];
}

function releasedEditions(catalogue: Catalogue, shelf: Shelf | undefined): ChangedEdition[] {
  return (shelf?.released ?? []).map((edition) => changedEdition(catalogue, edition));
}

/** An edition with what it changed, which is the last that its own history tells. */
function changedEdition(catalogue: Catalogue, edition: Edition): ChangedEdition {
  return { edition, changes: historyOf(catalogue, edition).at(-1)?.changes };
}
