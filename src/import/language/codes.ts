import type { Product } from '../../catalogue/model.ts';
import type { JoinedMatrix } from '../joined.ts';
import { type Columns, codesReader, usedSigns } from './columns.ts';
import type { Match } from './match.ts';

/** So large a share of its cells a code of the page has to stand where the same code of the matrix stands. */
const plain = 0.8;

/**
 * Where a page has codes of its own, such as words that were translated with the rest, finds which of the matrix's
 * each of them is: the one that nearly all of its cells hold there. Codes of which that cannot be told are compared with
 * none.
 */
export function learnCodes(
  product: Product,
  joined: JoinedMatrix,
  columns: Columns,
  matches: readonly Match[],
): Columns {
  if (columns.signOf.size > 0) return columns;
  const counts = countTogether(product, joined, columns, matches);
  const signOf = new Map<string, string>();
  for (const sign of usedSigns(joined)) {
    const seen = [...(counts.get(sign) ?? [])].sort(([, one], [, other]) => other - one);
    const total = seen.reduce((sum, [, count]) => sum + count, 0);
    const [best] = seen;
    if (best !== undefined && best[1] >= total * plain && total >= 3) signOf.set(sign, best[0]);
  }
  const isOneToOne = new Set(signOf.values()).size === signOf.size;
  if (!isOneToOne || signOf.size === 0) return columns;
  const signs = product.codes.codes.map(({ sign }) => sign);
  return { ...columns, signOf, codesOf: codesReader(joined, columns.partyOf, signs, signOf) };
}

/** How often a code of the page stands in the place of each code of the matrix; only cells that hold one say so. */
function countTogether(
  product: Product,
  joined: JoinedMatrix,
  { partyOf }: Columns,
  matches: readonly Match[],
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { activity, row } of matches) {
    for (const { party, codes } of joined.rows[row]!.cells) {
      const own = product.activities[activity]!.codes.get(partyOf[party]!) ?? [];
      if (codes?.length !== 1 || own.length !== 1) continue;
      const seen = counts.get(codes[0]!) ?? new Map<string, number>();
      counts.set(codes[0]!, seen.set(own[0]!, (seen.get(own[0]!) ?? 0) + 1));
    }
  }
  return counts;
}
