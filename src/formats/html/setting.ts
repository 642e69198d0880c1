import type { Heading, Look } from '../../document/tree.ts';
import type { Ids } from './ids.ts';
import type { Legend } from './legend.ts';
import type { Notes } from './notes.ts';
import type { TypeSheet } from './type-sheet.ts';

/** What every writer of a piece of the page works with. */
export type Setting = {
  readonly look: Look;
  /** Collects the styles that the page uses, each as a class. */
  readonly types: TypeSheet;
  readonly legend: Legend;
  readonly notes: Notes;
  readonly ids: Ids;
  /** Where links to headings lead: the title, and the head of each part. */
  readonly headingIds: ReadonlyMap<Heading, string>;
};
