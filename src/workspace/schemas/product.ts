import { z } from 'zod';
import { codeSet } from './codes.ts';
import { columnName, identifier, languageTag, partyIdentifier } from './identifiers.ts';
import { listWithoutRepeats } from './lists.ts';
import { acceptedInProduct, ruleSettings } from './rules.ts';
import { filledText, isoDate, linkUrl } from './texts.ts';

const party = z.strictObject({
  id: partyIdentifier.describe('The column of the party in the matrix.'),
  name: filledText.optional().describe("The name as it is printed; without it, the workspace's."),
  short: filledText.optional().describe('A shorter name for the head of a narrow column.'),
});

const link = z.strictObject({
  text: filledText.describe('The words of the link.'),
  url: linkUrl.describe('Where it leads: https:, http: or mailto:.'),
});

const edition = z.stringFormat('edition', /^[0-9A-Za-z][0-9A-Za-z.-]{0,30}$/, {
  error: 'an edition of up to 31 letters, digits, dots and hyphens, such as 2026-03',
});

const reference = z.stringFormat('reference', /^[A-Z0-9][A-Z0-9-]{1,20}$/, {
  error: '2 to 21 capital letters, digits and hyphens, such as EMP-RM',
});

const annexLabel = z.stringFormat('annex', /^\S(?:.{0,18}\S)?$/, {
  error: 'a label of up to 20 characters, such as 2',
});

/** product.yaml. What is left out is the workspace's. */
export const productSchema = z.strictObject({
  name: filledText.describe('The name of the product as it is printed.'),
  edition: edition.describe('The edition of the matrix, such as 2026-03 or 1.'),
  updated: isoDate.describe('The day from which the edition is in effect, such as 2026-03-01.'),
  language: languageTag.optional().describe('The language the matrix is written in; its text prevails.'),
  languages: listWithoutRepeats(languageTag)
    .min(1, 'a list of one language or more')
    .optional()
    .describe("The languages this product is made in, of the workspace's."),
  summary: filledText.optional().describe('A sentence or two on what the product is.'),
  notes: z.array(filledText).default([]).describe('Paragraphs printed with the matrix.'),
  links: z.array(link).default([]).describe('Links printed with the matrix.'),
  reference: reference.optional().describe('The stem of the reference printed on the annex, such as EMP-RM.'),
  annex: annexLabel.optional().describe('The label of the annex in its contract: 2 is printed as Annex 2.'),
  parties: listWithoutRepeats(party, (value) => value.id, ['id'])
    .min(2, 'a list of two parties or more')
    .optional()
    .describe('The parties of this product, in the order of their columns.'),
  codes: codeSet.optional().describe('RACI, RASCI, RACI-VS, or a list of codes.'),
  columns: listWithoutRepeats(columnName).optional().describe('Further columns that the matrix may have.'),
  brand: identifier.optional().describe('The brand: a folder in templates/brands.'),
  rules: ruleSettings.default({}).describe('The weight of a rule, by its id: error, warning or off.'),
  accept: z.array(acceptedInProduct).default([]).describe('Findings that are accepted, each with a reason.'),
});

export type ProductYaml = z.output<typeof productSchema>;
