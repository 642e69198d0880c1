import { idExpectation, idPattern, makeId, spreadsheetDanger } from '../../catalogue/ids.ts';
import type { Product } from '../../catalogue/model.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Edition } from '../../edition/edition.ts';
import type { RoundContext } from './context.ts';
import type { AddedActivity } from './merge.ts';

/** Ids of new activities, by the row of the sheet that they stand in. */
export type MadeIds = {
  readonly made: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Gives each new activity an id that none ever had; one that somebody typed is kept where it can be an id. */
export function makeIds(
  added: readonly AddedActivity[],
  edition: Edition,
  { activities, released }: Product,
  { at, file, origin }: RoundContext,
): MadeIds {
  const editions = [edition, ...released].flatMap((one) => one.activities);
  const taken = new Set([...activities, ...editions].map(({ id }) => id));
  const made = new Map<number, string>();
  const diagnostics: Diagnostic[] = [];
  const isFree = (id: string): boolean =>
    idPattern.test(id) && spreadsheetDanger(id) === undefined && !taken.has(id);
  // An activity that comes back has its own id; a copy has that of another.
  const returns = (id: string): boolean =>
    origin.activities.has(id) && !activities.some((activity) => activity.id === id);
  for (const { row, id, values } of added) {
    const isCopy = id !== '' && origin.activities.has(id) && !returns(id);
    const typed = id !== '' && !isCopy ? id : undefined;
    if (typed !== undefined && !isFree(typed) && !returns(typed)) {
      const message = `${at(row, 'id')} says '${typed}', which cannot be the id of a new activity${taken.has(typed) ? ': another has it' : ''}.`;
      diagnostics.push(
        error('round-id', { file }, message, {
          hints: [idExpectation, 'Leave the cell empty to have an id made.'],
        }),
      );
    }
    const given = typed ?? makeId(values.get('activity') ?? '', taken);
    taken.add(given);
    made.set(row, given);
  }
  return { made, diagnostics };
}
