/** Something that an artifact says otherwise than its edition. */
export type Difference = {
  /** Where in the artifact: `Page 3`, `Sheet 'Matrix', row 14`. */
  readonly where: string;
  /** A sentence: what was found, and what the edition says. */
  readonly message: string;
};

/** A text in a message: on one line, and not endless. */
export function quoteText(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `'${line.length <= 80 ? line : `${line.slice(0, 77)}...`}'`;
}

/** The codes of a party in a message. */
export function quoteCodes(held: readonly string[]): string {
  return held.length === 0 ? 'no code' : quoteText(held.join(' '));
}
