/** With more codes than this, their combinations are too many to choose from. */
const FEW_CODES = 5;

/**
 * What may be chosen in a cell, as text such as `R A`: first the combinations in use, then each code alone, then,
 * where the codes are few, all other combinations. Each group in the order of the code set.
 */
export function codeOptions(
  signs: readonly string[],
  used: readonly (readonly string[])[],
): readonly string[] {
  const orderOf = (held: readonly string[]) =>
    held.map((sign) => String.fromCharCode(signs.indexOf(sign) + 1)).join('');
  const inUse = [...new Map(used.map((held) => [orderOf(held), held] as const))]
    .filter(([, held]) => held.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, held]) => held);
  const others = signs.length <= FEW_CODES ? combinations(signs) : [];
  return [...new Set([...inUse, ...signs.map((sign) => [sign]), ...others].map((held) => held.join(' ')))];
}

/** All combinations, in the order of the first sign that tells them apart. */
function combinations(signs: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = signs;
  if (first === undefined) return [];
  const without = combinations(rest);
  return [[first], ...without.map((held) => [first, ...held]), ...without];
}
