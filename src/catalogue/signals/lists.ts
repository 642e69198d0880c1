/** A list inside a text: what it follows, and how many things it names. */
export type InnerList = { readonly after: string; readonly items: number };

const noLists: readonly InnerList[] = [];

/** One item more or less is a matter of commas before `and`; languages differ there. */
const tolerance = 1;

/** The first list that has a different length in the translation, where both have as many lists. */
export function compareLists(
  ours: readonly InnerList[],
  theirs: readonly InnerList[],
): { readonly source: InnerList; readonly translation: InnerList } | undefined {
  if (ours.length !== theirs.length) return undefined;
  for (const [i, list] of ours.entries()) {
    const other = theirs[i]!;
    if (Math.abs(list.items - other.items) > tolerance) return { source: list, translation: other };
  }
  return undefined;
}

/** What stands in parentheses, and what follows a colon, where commas or semicolons part it. */
export function listsIn(text: string): readonly InnerList[] {
  if (!/[(（:：]/u.test(text)) return noLists;
  const inner = [...text.matchAll(/[(（]([^()（）]*)[)）]|[:：](?=\s)([^:：()（）]*)/gu)];
  return inner.map(([whole, bracketed, following]) => ({
    after: whole.slice(0, 1),
    items: itemsIn(bracketed ?? following ?? ''),
  }));
}

function itemsIn(text: string): number {
  return text.split(/[,;、，；،]/u).filter((item) => /[\p{L}\p{N}]/u.test(item)).length;
}
