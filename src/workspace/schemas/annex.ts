import { z } from 'zod';
import { codeSet } from './codes.ts';
import { columnName, identifier, languageTag, partyIdentifier } from './identifiers.ts';
import { listWithoutRepeats } from './lists.ts';
import { packSettings } from './pack.ts';
import { acceptedInWorkspace, ruleSettings } from './rules.ts';
import { filledText } from './texts.ts';

const party = z.strictObject({
  id: partyIdentifier.describe('The column of the party in every matrix, such as customer.'),
  name: filledText.describe('The name as it is printed.'),
  short: filledText.optional().describe('A shorter name for the head of a narrow column.'),
});

/** The keys of annex.yaml, each with its description. */
export const annexKeys = z.strictObject({
  format: z.literal(1).describe('The version of this file format: 1.'),
  language: languageTag.default('en').describe('The language of wording, shared sections and party names.'),
  languages: listWithoutRepeats(languageTag)
    .min(1, 'a list of one language or more')
    .optional()
    .describe('The languages that are built. Without it, the reference language alone.'),
  parties: listWithoutRepeats(party, (value) => value.id, ['id'])
    .min(2, 'a list of two parties or more')
    .default([
      { id: 'customer', name: 'Customer' },
      { id: 'provider', name: 'Provider' },
    ])
    .describe('The parties, in the order of their columns.'),
  codes: codeSet.default('RACI').describe('RACI, RASCI, RACI-VS, or a list of codes.'),
  columns: listWithoutRepeats(columnName)
    .default([])
    .describe('Further columns that a matrix may have; carried, not printed.'),
  brand: identifier
    .default('neutral')
    .describe('The brand of products that name none: a folder in templates/brands.'),
  formats: listWithoutRepeats(identifier)
    .min(1, 'a list of one format or more')
    .default(['pdf', 'xlsx'])
    .describe('The output formats that are built, of pdf, xlsx, html and md.'),
  paper: z.enum(['A4', 'Letter']).optional().describe("A4 or Letter, whatever the brand's paper is."),
  pack: packSettings.optional().describe('What the packs of contracts hold beside what they ask for.'),
  rules: ruleSettings.default({}).describe('The weight of a rule, by its id: error, warning or off.'),
  accept: z
    .array(acceptedInWorkspace)
    .default([])
    .describe('Findings that are accepted, each with a reason.'),
});

/** annex.yaml, with its defaults filled in. */
export const annexSchema = annexKeys.transform((written) => ({
  ...written,
  languages: written.languages ?? [written.language],
}));

export type AnnexYaml = z.output<typeof annexSchema>;
