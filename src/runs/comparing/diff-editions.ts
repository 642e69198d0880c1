import { shippedLanguage } from '../../catalogue/wording.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { compareStates } from '../../diff/compare-states.ts';
import { ComparisonUnclear, matchProducts } from '../../diff/match-products.ts';
import type { ProductDiff } from '../../diff/product-diff.ts';
import { recognizePage } from '../../diff/recognize.ts';
import { openState } from '../../diff/states/open.ts';
import { readReleasedState } from '../../diff/states/released.ts';
import type { State } from '../../diff/states/state.ts';
import { openWorkspace } from '../../workspace/disk.ts';

export type DiffOptions = {
  /** What was, as a user names it; what was last released of each product where it is left out. */
  readonly old: string | undefined;
  /** What is; the workspace as it is now where it is left out. */
  readonly now: string | undefined;
  /** The path of the folder that revisions and defaults are looked for in. */
  readonly workspace: string;
  /** Ids of products; all where the list is empty. */
  readonly products: readonly string[];
  /** The language in which texts are compared, and which published pages are written in. */
  readonly language: string | undefined;
};

export type DiffResult = {
  /** What was compared, as it was named. */
  readonly old: string;
  readonly now: string;
  readonly products: readonly ProductDiff[];
  /** Products that could not be compared, and why. */
  readonly uncompared: readonly { readonly product: string; readonly reason: string }[];
  /** What could not be read, or should not be relied on. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Says what changed between two states of products, wherever they are kept. Throws WorkspaceFault where there is no
 * such thing, ComparisonUnclear where it is not clear which products are meant.
 */
export async function diffEditions(options: DiffOptions): Promise<DiffResult> {
  const { value, diagnostics } = await openBoth(options);
  const names = { old: options.old ?? 'the last release', now: options.now ?? options.workspace };
  if (value === undefined) return { ...names, products: [], uncompared: [], diagnostics };
  const [old, now] = value.map((state) => narrow(state, options.products)) as [State, State];
  expectSomething(old, now, options);
  const { matches, uncompared } = matchProducts(old, now);
  const compared = matches.map((match) => compareStates(match, names.now, options.language));
  return {
    ...names,
    products: compared.flatMap((found) => found.value ?? []),
    uncompared,
    diagnostics: [
      ...diagnostics,
      ...compared
        .flatMap((found) => found.diagnostics)
        .map(({ also: _, ...found }): LocatedDiagnostic => ({ ...found, place: { file: names.now } })),
    ],
  };
}

/** There is no value where one of the two cannot be read. */
async function openBoth(options: DiffOptions): Promise<Checked<[State, State], LocatedDiagnostic>> {
  const open = (name: string | undefined, language: string) => {
    if (name === undefined) return checked(readReleasedState(openWorkspace(options.workspace)));
    return openState(name, { workspace: options.workspace, language });
  };
  const language = options.language ?? shippedLanguage;
  const now = options.now ?? options.workspace;
  const [first, second] = [await open(options.old, language), await open(now, language)];
  const found = [...first.diagnostics, ...second.diagnostics];
  if (first.value === undefined || second.value === undefined) return failed(...found);
  const states: [State, State] = [first.value, second.value];
  const diagnostics = states.flatMap((state) => state.diagnostics);
  if (options.language !== undefined) return checked(states, diagnostics);
  // A page does not say its language; what it has in common with the other side does.
  const oldLanguage = spokenBy(states[0], states[1]);
  const nowLanguage = spokenBy(states[1], states[0]);
  return checked(
    [
      oldLanguage === undefined ? states[0] : ((await open(options.old, oldLanguage)).value ?? states[0]),
      nowLanguage === undefined ? states[1] : ((await open(now, nowLanguage)).value ?? states[1]),
    ],
    diagnostics,
  );
}

/** The language of a page by the other side, where that is none; undefined where it need not be read again. */
function spokenBy(page: State, other: State): string | undefined {
  const [product] = page.products;
  const known = other.products.filter(({ hasIds }) => hasIds);
  if (product === undefined || product.hasIds || known.length === 0) return undefined;
  const language = recognizePage(product, known)?.language;
  return language === product.edition.language ? undefined : language;
}

/** What is asked for alone, of a workspace; a document is what it is. */
function narrow(state: State, products: readonly string[]): State {
  if (products.length === 0 || state.kind === 'document') return state;
  return {
    ...state,
    products: state.products.filter(({ edition }) => products.includes(edition.product)),
    unreadable: state.unreadable.filter((id) => products.includes(id)),
  };
}

function expectSomething(old: State, now: State, { products, old: named }: DiffOptions): void {
  const isThere = (id: string) =>
    [old, now].some(
      ({ products: states, unreadable }) =>
        states.some(({ edition }) => edition.product === id) || unreadable.includes(id),
    );
  const unknown = products.find((id) => !isThere(id));
  if (unknown !== undefined) throw new ComparisonUnclear(`Neither of the two has a product '${unknown}'.`);
  if (named === undefined && old.products.length === 0) {
    throw new ComparisonUnclear(
      'None of it was released yet, so there is nothing to compare with. Name something: annex diff HEAD, a folder, a file.',
    );
  }
}
