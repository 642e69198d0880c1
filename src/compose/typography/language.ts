/** Whether a language tag such as `fr-CA` is of a language such as `fr`. */
export function isIn(language: string, tag: string): boolean {
  return tag.startsWith(language) && (tag.length === language.length || tag[language.length] === '-');
}
