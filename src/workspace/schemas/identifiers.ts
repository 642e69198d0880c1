import { z } from 'zod';

/** Names that Windows keeps for devices: no file or folder there can be called so, with any extension. */
const deviceName = /^(?:con|nul|aux|prn|com[0-9]|lpt[0-9])$/i;

/** Columns of every matrix, which no party and no further column can be called. */
const ownColumns = new Set(['id', 'section', 'activity', 'note']);

/** Whether a text can be the id of a product, brand or party: safe as the name of a folder everywhere. */
export function isIdentifier(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,62}$/.test(text) && !deviceName.test(text);
}

/** What `isIdentifier` asks for, to be read after 'must be'. */
export const identifierForm = 'small letters, digits and hyphens, beginning with a letter';

/** The id of a product or brand. */
export const identifier = z.stringFormat('identifier', isIdentifier, {
  error: `${identifierForm}, such as email-pro`,
});

/** The id of a party, which is its column in the matrix as well. */
export const partyIdentifier = identifier.refine((id) => !ownColumns.has(id), {
  error: (issue) => `\`${issue.input}\` is a column of every matrix and cannot be a party.`,
});

/** The name of a further column of the matrix, as headers are compared: without case. */
export const columnName = z
  .stringFormat('column', (text) => text.trim() !== '' && text.length <= 60, {
    error: 'the name of a column',
  })
  .transform((text) => text.trim().toLowerCase())
  .refine((name) => !ownColumns.has(name), {
    error: (issue) => `\`${issue.input}\` is a column of every matrix already.`,
  });

/** The tag of a language, such as `fr` or `pt-BR`. */
export const languageTag = z.stringFormat('language', /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
  error: 'a language tag such as fr or pt-BR',
});

/** The id of a rule, such as `code-unknown`. */
export const ruleId = z.stringFormat('rule', /^[a-z][a-z0-9-]*$/, {
  error: 'the id of a rule such as code-unknown',
});
