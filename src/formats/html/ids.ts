/** The names that places in a page are linked to by; each is given once. */
export class Ids {
  readonly #given = new Set<string>();

  /** The wanted name, or one with a number behind it where that is taken or cannot be a name. */
  give(wanted: string, otherwise: string): string {
    const stem = /^[\w.-]{1,40}$/.test(wanted) ? wanted : otherwise;
    let name = stem;
    for (let count = 2; this.#given.has(name); count += 1) name = `${stem}-${count}`;
    this.#given.add(name);
    return name;
  }
}
