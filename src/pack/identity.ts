import type { Contract } from './contract.ts';

/** What a contract is known by. */
export type Identity = Pick<Contract, 'id' | 'customer'>;

/**
 * Holds what was read from a cover against whom it is for: it has to name its own contract and its own customer, and it
 * may name no other's. Returns what is wrong, a sentence each.
 *
 * @param read texts of the cover, read again from the bytes
 * @param own whom the pack is for
 * @param others contracts whose packs were made from the same body
 * @param common what the cover of nobody says: words of the template, which may be somebody's name
 */
export function proveIdentity(
  read: readonly string[],
  own: Identity,
  others: Iterable<Identity>,
  common: readonly string[],
): string[] {
  const said = squash(read.join(''));
  const missing = [own.id, own.customer].filter((value) => !said.includes(squash(value)));
  const expected = [squash(common.join('')), squash(own.id), squash(own.customer)];
  const strangers = [...others].flatMap(({ id, customer }) =>
    [id, customer].filter((value) => isTelling(value, expected) && said.includes(squash(value))),
  );
  return [
    ...missing.map((value) => `The cover does not say '${value}', which its contract does.`),
    ...strangers.map((value) => `The cover says '${value}', which is of another contract.`),
  ];
}

/** Shorter ones stand in many words. */
const leastTelling = 4;

function isTelling(value: string, expected: readonly string[]): boolean {
  const squashed = squash(value);
  return squashed.length >= leastTelling && !expected.some((text) => text.includes(squashed));
}

/** Without all that breaking lines adds or takes away, and in one form of letters with marks. */
export function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b\u2060]+/gu, '');
}
