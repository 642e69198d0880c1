const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** `French` for `fr`. A tag that nobody knows is its own name. */
export function nameOfLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
