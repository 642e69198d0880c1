import { recognizePage } from './recognize.ts';
import type { ProductState, State } from './states/state.ts';

/** A product in both states, or in the one that has it. */
export type Match = { readonly old?: ProductState; readonly now?: ProductState };

/** What two states have to compare, and the products that are left out, each with the reason. */
export type Matches = {
  readonly matches: readonly Match[];
  readonly uncompared: readonly { readonly product: string; readonly reason: string }[];
};

/** A name leaves open what is to be compared; ends a run with exit code 2. */
export class ComparisonUnclear extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ComparisonUnclear';
  }
}

/**
 * Matches the products of two states: by id; and a document, which has one, with the product that it speaks of. Two
 * documents are matched whatever they are of, so that siblings can be compared. Throws ComparisonUnclear.
 */
export function matchProducts(old: State, now: State): Matches {
  const [one, other] = [loneProduct(old), loneProduct(now)];
  if (one !== undefined && other !== undefined) return only({ old: one, now: other });
  if (one !== undefined) return only({ old: one, now: partnerOf(one, old, now) });
  if (other !== undefined) return only({ old: partnerOf(other, now, old), now: other });
  return matchByIds(old, now);
}

function loneProduct({ kind, products }: State): ProductState | undefined {
  return kind === 'document' ? products[0] : undefined;
}

function only(match: Match): Matches {
  return { matches: [match], uncompared: [] };
}

function partnerOf(lone: ProductState, { name }: State, { name: where, products }: State): ProductState {
  const { product } = lone.edition;
  const partner = lone.hasIds
    ? products.find(({ edition }) => edition.product === product)
    : products.length === 1
      ? products[0]
      : recognizePage(lone, products)?.product;
  if (partner !== undefined) return partner;
  const known = products.map(({ edition }) => edition.product).join(', ') || 'none';
  throw new ComparisonUnclear(
    lone.hasIds
      ? `'${name}' is of '${product}', which '${where}' does not have. It has: ${known}.`
      : `Name the product that '${name}' is to be compared with, by --product. '${where}' has: ${known}.`,
  );
}

function matchByIds(old: State, now: State): Matches {
  const [before, after] = [byId(old), byId(now)];
  const ids = idsInQuestion(old, now);
  const unreadable = (state: State, id: string) =>
    state.unreadable.includes(id) ? [`it cannot be read in '${state.name}'`] : [];
  const missing = ({ kind }: State) => (kind === 'releases' ? ['it was never released'] : []);
  const judged = ids.map((id) => {
    const match = { old: before.get(id), now: after.get(id) };
    const reasons = [
      ...(match.old ? [] : [...unreadable(old, id), ...missing(old)]),
      ...(match.now ? [] : [...unreadable(now, id), ...missing(now)]),
    ];
    return { id, match, reason: reasons[0] };
  });
  const inNeither = [old, now].some(({ kind }) => kind === 'pack')
    ? []
    : [...new Set([...old.unreadable, ...now.unreadable])].filter((id) => !ids.includes(id));
  return {
    matches: judged.flatMap(({ match: { old: was, now: is }, reason }) =>
      reason === undefined ? [{ ...(was && { old: was }), ...(is && { now: is }) }] : [],
    ),
    uncompared: [
      ...judged.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ product: id, reason }])),
      ...inNeither.sort().map((product) => ({ product, reason: 'it cannot be read' })),
    ],
  };
}

/** All that either has; beside a pack, what the pack has. */
function idsInQuestion(old: State, now: State): string[] {
  const isPack = ({ kind }: State): boolean => kind === 'pack';
  const asked = isPack(old) === isPack(now) ? [old, now] : [old, now].filter(isPack);
  return [...new Set(asked.flatMap((state) => [...byId(state).keys()]))].sort();
}

function byId({ products }: State): Map<string, ProductState> {
  return new Map(products.map((product) => [product.edition.product, product]));
}
