import { writeCsv } from '../tables/write.ts';
import type { EditionInLanguage } from './in-language.ts';

/**
 * The matrix of an edition in one language as CSV: `clause,id,section,activity,note`, a column for each party by its
 * id, then the further columns of the matrix. Without the first column it is a matrix.csv in that language.
 */
export function writeEditionCsv(edition: EditionInLanguage): string {
  const parties = edition.parties.map(({ id }) => id);
  const extras = [...new Set(edition.activities.flatMap((activity) => Object.keys(activity.extras)))];
  return writeCsv(
    ['clause', 'id', 'section', 'activity', 'note', ...parties, ...extras],
    edition.activities.map((activity) => [
      activity.clause,
      activity.id,
      activity.section.key,
      activity.text,
      activity.note ?? '',
      ...activity.held.map((held) => held.join(' ')),
      ...extras.map((name) => activity.extras[name] ?? ''),
    ]),
  );
}
