import { artifactPath } from '../plan/paths.ts';
import type { PublishedArtifact } from '../publish/manifest.ts';
import { keyOf } from './changes.ts';
import type { ListedEdition, ListedProduct } from './listed.ts';
import type { ToldEdition, ToldFile, ToldProduct } from './told.ts';

/** All files of a product in a brand. */
type Shelf = {
  readonly id: string;
  readonly brand: string;
  readonly artifacts: readonly PublishedArtifact[];
};

/**
 * What is published, product by product: those of the catalogue in its order, then those of which only an earlier build's
 * files are left.
 *
 * @param changes paths of the files that say what changed, by product
 */
export function tellProducts(
  listed: readonly ListedProduct[],
  artifacts: readonly PublishedArtifact[],
  brandNames: ReadonlyMap<string, string>,
  changes: ReadonlyMap<string, string>,
): ToldProduct[] {
  const shelves = shelve(listed, artifacts);
  const hasBrands = new Set(shelves.map(({ brand }) => brand)).size > 1;
  return shelves.map((shelf) => {
    const known = listed.find(({ id }) => id === shelf.id);
    return {
      key: hasBrands ? `${shelf.id}~${shelf.brand}` : shelf.id,
      id: shelf.id,
      brand: shelf.brand,
      ...(hasBrands && { brandName: brandNames.get(shelf.brand) ?? shelf.brand }),
      ...aboutProduct(known),
      ...(changes.has(shelf.id) && { changes: changes.get(shelf.id)! }),
      editions: tellEditions(shelf, known),
    };
  });
}

function shelve(listed: readonly ListedProduct[], artifacts: readonly PublishedArtifact[]): Shelf[] {
  const sorted = [...artifacts].sort((a, b) => compare(a.path, b.path));
  const ids = [...new Set([...listed.map(({ id }) => id), ...sorted.map(({ product }) => product)])];
  return ids.flatMap((id) => {
    const own = sorted.filter(({ product }) => product === id);
    const brands = [...new Set(own.map(({ brand }) => brand))].sort(compare);
    return brands.map((brand) => ({ id, brand, artifacts: own.filter((one) => one.brand === brand) }));
  });
}

type About = Pick<ToldProduct, 'name' | 'summary' | 'language' | 'reference'>;

/** As the newest edition says it. */
function aboutProduct(known: ListedProduct | undefined): About {
  const newest = known?.editions.at(-1);
  if (newest === undefined) return { name: {} };
  const { name, summary, language, reference } = newest;
  return { name, ...(summary && { summary }), language, reference };
}

function tellEditions({ artifacts }: Shelf, known: ListedProduct | undefined): ToldEdition[] {
  const groups = new Map<string, PublishedArtifact[]>();
  for (const artifact of artifacts) {
    const key = keyOf({ edition: artifact.edition, draft: isDraft(artifact) });
    groups.set(key, [...(groups.get(key) ?? []), artifact]);
  }
  const order = known?.editions.map(keyOf) ?? [];
  const place = (key: string) => order.indexOf(key);
  return [...groups]
    .sort(([a], [b]) => place(b) - place(a) || compare(b, a))
    .map(([key, files]) => tellEdition(files, known, place(key)));
}

/** A kept file does not say whether it is a draft; its path does. */
function isDraft({ path, state, product: id, edition, language, brand }: PublishedArtifact): boolean {
  if (state !== 'kept') return state === 'draft';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return path === artifactPath({ id, edition, draft: true }, language, brand, extension);
}

/** @param at its place in the history; below 0 where that does not know it */
function tellEdition(
  artifacts: readonly PublishedArtifact[],
  known: ListedProduct | undefined,
  at: number,
): ToldEdition {
  const [first] = artifacts;
  const found = known?.editions[at];
  const languages = [...new Set(artifacts.map(({ language }) => language))];
  const stem = commonStart(artifacts.map(({ path }) => path));
  const later = known?.editions.slice(at + 1).find(({ draft }) => !draft);
  const superseded = found && !found.draft && later;
  return {
    edition: first!.edition,
    draft: isDraft(first!),
    ...(found && aboutEdition(found)),
    ...(superseded && { superseded: [superseded.edition, superseded.date] as const }),
    standing: Object.fromEntries(
      found ? languages.map((language) => [language, found.standing[language] ?? 'reviewed']) : [],
    ),
    ...(found?.changes && { changes: found.changes }),
    stem,
    files: artifacts.map((artifact) => tellFile(artifact, stem)),
  };
}

function aboutEdition({ date, activities }: ListedEdition): Pick<ToldEdition, 'date' | 'activities'> {
  return { date, activities };
}

function tellFile(
  { path, language, format, bytes, sha256, state }: PublishedArtifact,
  stem: string,
): ToldFile {
  const file = [path.slice(stem.length), language, format, bytes, sha256] as const;
  return state === 'kept' ? [...file, state] : file;
}

/** What all texts begin with. */
function commonStart(texts: readonly string[]): string {
  const [first = ''] = texts;
  let end = first.length;
  for (const text of texts) while (!text.startsWith(first.slice(0, end))) end--;
  return first.slice(0, end);
}

/** By code unit. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
