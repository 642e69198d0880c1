/**
 * Writes a whole number with the language's sign between groups of three digits (the word `digit-group`), from five
 * digits on; four stand together in most languages. Without that word digits are not grouped.
 */
export function writeNumeral(amount: number, words: ReadonlyMap<string, string>): string {
  const group = words.get('digit-group');
  const digits = String(amount);
  if (!group || !/^\d{5,}$/.test(digits)) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, group);
}
