import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Contract, MemberRef } from '../contract.ts';
import {
  judgeCharacters,
  judgeDate,
  judgeFilled,
  judgeId,
  judgeLanguage,
  judgeRepeats,
  readMembers,
  type Written,
  type WrittenMember,
} from './cells.ts';

/** What contracts may name, and what a pack holds beside what its contract asks for. */
export type Offer = {
  readonly languages: readonly string[];
  /** What keeps a product from standing in a pack in a language: it is unknown, or was never made in it. */
  readonly judgeMember: (member: WrittenMember, language: string) => readonly Diagnostic[];
  /** Products that a condition adds, by what the contract's columns hold. */
  readonly conditional: readonly ConditionalMember[];
};

/** A product that is added where every named column holds one of its values. */
export type ConditionalMember = MemberRef & { readonly when: Readonly<Record<string, readonly string[]>> };

/** The cells of a contract as they were written, each with its place. */
export type WrittenContract = Readonly<
  Record<'contract' | 'customer' | 'language' | 'products' | 'date', Written>
> & {
  readonly columns: Readonly<Record<string, Written>>;
  readonly line: number | undefined;
};

/** Everything that is wrong with a contract; it can be read only where nothing is. */
export function judgeContract(written: WrittenContract, offer: Offer): Diagnostic[] {
  const { contract, customer, language, products, date } = written;
  const members = readMembers(products);
  return [
    ...judgeFilled(contract, 'contract'),
    ...judgeFilled(customer, 'customer'),
    ...judgeFilled(language, 'language'),
    ...judgeFilled(products, 'products'),
    ...judgeId(contract),
    ...[contract, customer, ...Object.values(written.columns)].flatMap(judgeCharacters),
    // Who orders one pack by hand may leave the day open; a row of many has forgotten it.
    ...(written.line === undefined ? [] : judgeFilled(date, 'date')),
    ...judgeDate(date),
    ...judgeLanguage(language, offer.languages),
    ...judgeRepeats(members),
    ...(offer.languages.includes(language.text)
      ? members.flatMap((member) => offer.judgeMember(member, language.text))
      : []),
  ];
}

/** The contract that a row says; what it says was judged before. */
export function readContract(written: WrittenContract, { conditional }: Offer): Contract {
  const columns = Object.fromEntries(Object.entries(written.columns).map(([name, { text }]) => [name, text]));
  const own = readMembers(written.products).map(({ product, edition }) => ({ product, edition }));
  const facts: Readonly<Record<string, string>> = {
    ...columns,
    contract: written.contract.text,
    customer: written.customer.text,
    language: written.language.text,
    date: written.date.text,
  };
  return {
    id: written.contract.text.normalize('NFC'),
    customer: written.customer.text,
    language: written.language.text,
    date: written.date.text,
    members: [...own, ...addedTo(own, conditional, facts)],
    columns,
    line: written.line,
  };
}

/** What conditions add behind the contract's own products, in their order and never twice. */
function addedTo(
  own: readonly MemberRef[],
  conditional: readonly ConditionalMember[],
  facts: Readonly<Record<string, string>>,
): MemberRef[] {
  const taken = new Set(own.map(({ product }) => product));
  return conditional.flatMap(({ product, edition, when }) => {
    const holds = Object.entries(when).every(([column, values]) => values.includes(facts[column] ?? ''));
    if (!holds || taken.has(product)) return [];
    taken.add(product);
    return [{ product, edition }];
  });
}
