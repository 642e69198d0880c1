type Level = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The levels of headings as a tagged PDF wants them (ISO 14289-1, 7.4.2): the first is 1, and none skips a level on
 * the way down, whatever levels a template chose.
 */
export class HeadingLevels {
  #open: Level[] = [];

  /** The level of the next heading of the document, which calls itself `level`. */
  next(level: Level): Level {
    this.#open = [...this.#open.filter((above) => above < level), level];
    return this.#open.length as Level;
  }
}
