/** What a document says around the matrix that bears on what it means: title, legend, and what holds of its text. */
const ids = [
  'matrix-title',
  'language-name',
  'legend-none',
  'draft-mark',
  'draft-notice',
  'machine-mark',
  'machine-notice',
  'stale-mark',
  'stale-notice',
] as const;

/** Ids of the words that an edition keeps, the name of its prevailing language among them. */
export function meaningfulWords(prevailing: string): readonly string[] {
  return [...ids, `prevailing.${prevailing}`];
}
