import type { Product, Section } from '../../catalogue/model.ts';
import { flattenSections } from '../../catalogue/sections.ts';
import type { JoinedMatrix } from '../joined.ts';
import type { Match } from './match.ts';

/** A section of a product and the one of a page that says its title in another language, by index. */
export type SectionMatch = { readonly section: Section; readonly found: number };

/**
 * Finds which section of a page is which of the product: the one in which most of its activities stand, and those above
 * it in turn. A section of the page is taken once.
 */
export function matchSections(
  product: Product,
  joined: JoinedMatrix,
  matches: readonly Match[],
): SectionMatch[] {
  const all = flattenSections(product.sections);
  const activityAt = new Map(product.activities.map(({ id }, index) => [id, index]));
  const rowOf = new Map(matches.flatMap(({ activity, row, isSure }) => (isSure ? [[activity, row]] : [])));
  const taken = new Set<number>();
  const found: SectionMatch[] = [];
  // The deepest first: the sections above them follow from where these stand.
  for (const section of all.toReversed()) {
    const votes = [...votesOf(section)].filter(([at]) => !taken.has(at));
    const best = mostVoted(votes, section);
    if (best === undefined) continue;
    taken.add(best);
    found.push({ section, found: best });
  }
  return found.reverse();

  /** How many activities of a section, those below among them, stand under each section of the page at its depth. */
  function votesOf(section: Section): Map<number, number> {
    const votes = new Map<number, number>();
    for (const [inner, up] of withHeights(section, 0)) {
      for (const { id } of inner.activities) {
        const row = rowOf.get(activityAt.get(id)!);
        const at = row === undefined ? undefined : climb(joined.rows[row]!.section, up);
        if (at !== undefined) votes.set(at, (votes.get(at) ?? 0) + 1);
      }
    }
    return votes;
  }

  function climb(at: number | undefined, up: number): number | undefined {
    return up === 0 || at === undefined ? at : climb(joined.sections[at]!.parent, up - 1);
  }

  /** The number decides where one of those voted for has it. */
  function mostVoted(votes: readonly (readonly [number, number])[], { number }: Section): number | undefined {
    const same = votes.find(([at]) => joined.sections[at]!.number === number);
    return same?.[0] ?? votes.toSorted(([, one], [, other]) => other - one)[0]?.[0];
  }
}

/** A section and those in it, each with how far it is below. */
function withHeights(section: Section, height: number): (readonly [Section, number])[] {
  return [[section, height], ...section.children.flatMap((child) => withHeights(child, height + 1))];
}
