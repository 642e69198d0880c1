import { newEdition, releasedAs } from '../catalogue/editions/draft.ts';
import { releasedPath } from '../catalogue/editions/released.ts';
import type { Catalogue, Product } from '../catalogue/model.ts';
import { type Diagnostic, distinct, error } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../edition/edition.ts';
import type { EditionChanges } from '../edition/history.ts';
import { readInLanguage } from '../edition/in-language.ts';
import { findBreaches } from '../edition/promise.ts';
import { writeEdition } from '../edition/write.ts';
import { countChanges } from './changes.ts';
import { findDisorder, findUnfinished } from './check.ts';
import { sayBreaches, sayChanges } from './say.ts';

/** What becomes of a product that is to be released. */
export type Release = {
  readonly product: string;
  readonly edition: string;
  /**
   * `new`: is frozen now. `unchanged`: was released, and the matrix keeps what it promised. `refused`: must not be
   * frozen as it is; the findings say why.
   */
  readonly state: 'new' | 'unchanged' | 'refused';
  /** Where the frozen edition lies, relative to the workspace. */
  readonly path: string;
  /** The bytes to write there, as text; of what is new alone. */
  readonly text?: string;
  /** Of what is frozen. */
  readonly digest?: string;
  /** Of what is new: the edition before it, and what changed since. */
  readonly since?: { readonly edition: string; readonly changes: EditionChanges };
  /** Of what is new: languages in which it holds text that nobody reviewed. */
  readonly machine?: readonly string[];
  /** Of what is unchanged: whether translations joined or were reviewed since it was frozen. */
  readonly hasGrown?: boolean;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Decides on the release of a product and writes nothing.
 *
 * @param edition of the product as it is now
 * @param faults errors of the workspace that touch the product
 */
export function planRelease(
  catalogue: Catalogue,
  product: Product,
  edition: Edition,
  faults: readonly Diagnostic[],
): Release {
  const about = {
    product: product.id,
    edition: product.edition,
    path: releasedPath(product.folder, product.edition),
  };
  const earlier = releasedAs(product);
  if (earlier !== undefined && !product.draft) {
    const { digest } = earlier;
    return { ...about, state: 'unchanged', digest, hasGrown: digest !== edition.digest, diagnostics: faults };
  }
  const found = distinct([
    ...faults,
    ...findUnfinished(catalogue, product),
    ...(earlier === undefined ? findDisorder(product) : [refuseChanged(product, earlier, edition)]),
  ]);
  if (found.length > 0) return { ...about, state: 'refused', diagnostics: found };
  const frozen: Edition = { ...edition, draft: false };
  const last = product.released.at(-1);
  return {
    ...about,
    state: 'new',
    text: writeEdition(frozen),
    digest: frozen.digest,
    ...(last && { since: { edition: last.edition, changes: countChanges(last, frozen) } }),
    machine: frozen.languages.filter((language) => readInLanguage(frozen, language)?.isMachine),
    diagnostics: [],
  };
}

function refuseChanged(product: Product, released: Edition, now: Edition): Diagnostic {
  const changes =
    sayChanges(countChanges(released, now)) || sayBreaches(findBreaches(now, released), now.language);
  return error(
    'edition-changed',
    product.place,
    `Edition ${released.edition} is released, and the matrix says something else today: ${changes}.`,
    {
      hints: [
        newEdition,
        `Or bring back what was released: ${releasedPath(product.folder, released.edition)} holds it.`,
      ],
      scope: { product: product.id },
    },
  );
}
