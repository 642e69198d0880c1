/**
 * The columns of a file for translators. The first four are those of the workspace's own translation files, so that
 * one may be brought back through the other; the rest is for reading, but for `only`, `language` and `before`.
 */
export const exchangeColumns = [
  'id',
  'source',
  'text',
  'status',
  'language',
  // The product for which alone the row holds.
  'only',
  'where',
  'owners',
  // The wording that was translated so far, and its translation.
  'was',
  'before',
] as const;

export type ExchangeColumn = (typeof exchangeColumns)[number];
