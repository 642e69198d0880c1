import { releasedPath } from '../catalogue/editions/released.ts';
import { productsFolder } from '../catalogue/products.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Rendered } from '../formats/format.ts';
import type { Difference } from '../proof/painted.ts';
import { provePainted } from '../proof/painted.ts';
import { type Composed, composeOrder } from './compose.ts';
import { digestTree } from './digest.ts';
import type { Order } from './order.ts';
import type { Workshop } from './workshop.ts';

/** compose -> render -> prove, for one artifact. What the proof refuses has no value. */
export async function makeOrder(workshop: Workshop, order: Order): Promise<Checked<Rendered>> {
  const composed = composeOrder(workshop, order);
  if (composed.value === undefined) return failed(...composed.diagnostics);
  const rendered = await renderProved(composed.value, order);
  return { ...rendered, diagnostics: [...composed.diagnostics, ...rendered.diagnostics] };
}

/** An artifact as it came out, or the word that its tree is the one it was made from before. */
export type Made = {
  /** Digest of the tree; digest.ts. */
  readonly tree: string;
  readonly bytes: Uint8Array | undefined;
};

/** As makeOrder; what is composed from changed sources and comes out as it was is not rendered again. */
export async function makeChanged(
  workshop: Workshop,
  order: Order,
  before: string | undefined,
): Promise<Checked<Made>> {
  const composed = composeOrder(workshop, order);
  if (composed.value === undefined) return failed(...composed.diagnostics);
  const tree = digestTree(composed.value.tree);
  if (tree === before) return checked({ tree, bytes: undefined }, composed.diagnostics);
  const rendered = await renderProved(composed.value, order);
  const diagnostics = [...composed.diagnostics, ...rendered.diagnostics];
  if (rendered.value === undefined) return failed(...diagnostics);
  return checked({ tree, bytes: rendered.value.bytes }, diagnostics);
}

async function renderProved(composed: Composed, order: Order): Promise<Checked<Rendered>> {
  const rendered = await renderTree(composed);
  const differences = provePainted(order.product, rendered.painted);
  return differences.length === 0
    ? checked(rendered)
    : failed(...differences.map((one) => refuse(one, order)));
}

/** The bytes of a tree, proved by nobody. */
export async function renderTree(composed: Composed): Promise<Rendered> {
  return composed.kind === 'annex'
    ? (await composed.load()).render(composed.tree)
    : (await composed.load()).render(composed.tree);
}

function refuse({ clause, expected, painted }: Difference, { artifact }: Order): Diagnostic {
  const { product, edition, language, format, frozen } = artifact;
  const folder = `${productsFolder}/${product}`;
  const place = { file: frozen ? releasedPath(folder, edition) : `${folder}/matrix.csv` };
  const message = `The ${format} does not say clause ${clause} as the ${frozen ? 'edition' : 'matrix'} does: expected '${expected}', painted '${painted.join(' | ')}'.`;
  return error('proof-painted', place, message, {
    hints: ['The artifact is not published. If the template prints every activity, please report this.'],
    scope: { product, language },
  });
}
