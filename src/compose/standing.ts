import type { LocalizedProduct } from '../catalogue/localized.ts';
import { described, flag, list, optional, record, text, type ViewOf, words } from './shape.ts';

const prevailing = {
  language: described(text, 'The language that prevails, as an adjective: English.'),
  title: described(text, 'The title of the product in that language.'),
};

/** What every template may read of how far a text can be trusted: annex and workbook give the same notices. */
export const standingFields = {
  draft: described(flag, 'Whether the edition is not released.'),
  marks: described(
    list(words('draft-mark', 'machine-mark', 'stale-mark')),
    'Words for the running lines: `{{#each marks}}{{word this}}{{/each}}`.',
  ),
  machine: described(
    optional(record(prevailing)),
    'There where text was translated by a machine and nobody reviewed it.',
  ),
  machineFrame: described(
    flag,
    'Whether only headings and explanations were translated by a machine, around an original text.',
  ),
  stale: described(
    optional(record({ ...prevailing, clauses: list(text) })),
    'There where clauses translate an earlier wording.',
  ),
};

const standingShape = record(standingFields);

/** Prepares those fields for a product in its language. */
export function viewStanding({
  draft,
  standing,
}: Pick<LocalizedProduct, 'draft' | 'standing'>): ViewOf<typeof standingShape> {
  const { state, prevailing, machineFrame, staleClauses } = standing;
  const what = prevailing && { language: prevailing.name, title: prevailing.title };
  const machine = state === 'machine' ? what : undefined;
  const stale = what && staleClauses.length > 0 ? { ...what, clauses: staleClauses } : undefined;
  return {
    draft,
    marks: [
      ...(draft ? (['draft-mark'] as const) : []),
      ...(machine || machineFrame ? (['machine-mark'] as const) : []),
      ...(stale ? (['stale-mark'] as const) : []),
    ],
    machine,
    machineFrame,
    stale,
  };
}
