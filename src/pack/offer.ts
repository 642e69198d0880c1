import type { Checked } from '../diagnostics/checked.ts';
import { checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Order } from '../make/order.ts';
import type { PackSettings } from '../workspace/schemas/pack.ts';
import { type MemberRef, printMember } from './contract.ts';
import { readMember } from './contracts/cells.ts';
import type { Offer } from './contracts/judge.ts';

/** Why something that a contract names cannot be made. */
export type MemberRefused = {
  readonly what: 'product' | 'edition' | 'language' | 'held';
  readonly message: string;
  readonly hints: readonly string[];
};

/** Finds what a member is made from. */
export type FindMember = (
  member: MemberRef,
  language: string,
) => { readonly order: Order; readonly refused?: undefined } | { readonly refused: MemberRefused };

const faults = {
  product: { rule: 'contract-product' },
  edition: { rule: 'contract-edition' },
  language: { rule: 'contract-product-language' },
  held: { rule: 'contract-product-held' },
} as const;

/** What contracts may order in a workspace. Of a member it is asked once, however many contracts name it. */
export function openOffer(
  find: FindMember,
  languages: readonly string[],
  settings: PackSettings | undefined,
): Offer {
  const refusals = new Map<string, MemberRefused | undefined>();
  const refusalOf = (member: MemberRef, language: string): MemberRefused | undefined => {
    const key = `${language} ${printMember(member)}`;
    if (!refusals.has(key)) refusals.set(key, find(member, language).refused);
    return refusals.get(key);
  };
  return {
    languages,
    conditional: (settings?.members ?? []).map(({ product, when }) => ({ ...readMember(product), when })),
    judgeMember: (member, language) => {
      const refused = refusalOf(member, language);
      return refused === undefined ? [] : [refusedAt(member.place, refused)];
    },
  };
}

/** What a member is made from; one that is refused here was added by annex.yaml, for a contract's own were judged. */
export function orderMember(find: FindMember, member: MemberRef, language: string): Checked<Order> {
  const found = find(member, language);
  if (found.refused === undefined) return checked(found.order);
  return failed(refusedAt({ file: 'annex.yaml' }, found.refused));
}

function refusedAt(place: Place, { what, message, hints }: MemberRefused): Diagnostic {
  return error(faults[what].rule, place, message, { hints });
}
