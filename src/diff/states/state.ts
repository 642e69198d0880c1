import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Edition, EditionContent } from '../../edition/edition.ts';

/** What an edition says, and whether it is a draft: all that a comparison asks of it. */
export type ComparableEdition = EditionContent & Pick<Edition, 'draft' | 'excerpt'>;

/** A product in the edition that it has in a state, and how far it can be relied on. */
export type ProductState = {
  readonly edition: ComparableEdition;
  /** Whether its ids were given by people; those of a published page are made up as it is read. */
  readonly hasIds: boolean;
  /** Ids of activities whose codes could not all be read. */
  readonly unread: ReadonlySet<string>;
};

/** What one side of a comparison holds. */
export type State = {
  /** As the user named it. */
  readonly name: string;
  readonly products: readonly ProductState[];
  /** Ids of products that are there and cannot be read. */
  readonly unreadable: readonly string[];
  /**
   * `workspace`: what is not among its products is not there. `releases`: what is not among them was never released.
   * `document`: has one product, whichever it is. `pack`: is of these products, and says nothing of others.
   */
  readonly kind: 'workspace' | 'releases' | 'document' | 'pack';
  /** What could not be read, and what in it should not be relied on. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};
