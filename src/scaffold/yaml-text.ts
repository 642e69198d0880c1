/** A text as YAML writes it: as it is where that is safe, or else in quotes. */
export function yamlText(text: string): string {
  if (/^\p{L}[\p{L}\p{M}\p{N} .()&/_’–-]*$/u.test(text) && !/ $|^(?:null|true|false|yes|no)$/i.test(text)) {
    return text;
  }
  // Double quotes are needed only for what single quotes cannot hold; both escape as JSON does.
  return /^[^\p{Cc}\u2028\u2029\uFEFF]*$/u.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text);
}
