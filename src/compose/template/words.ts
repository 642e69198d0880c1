/** The names between braces in a word: `page` and `pages` in `Page {page} of {pages}`. */
export function parametersOf(word: string): string[] {
  return [...new Set([...word.matchAll(/\{([a-z][a-zA-Z]*)\}/g)].map(([, name]) => name!))];
}

/** Puts values in the place of a word's parameters, once: braces inside a value stay as typed. */
export function fillWord(word: string, values: Readonly<Record<string, unknown>>): string {
  return word.replace(/\{([a-z][a-zA-Z]*)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : written,
  );
}
