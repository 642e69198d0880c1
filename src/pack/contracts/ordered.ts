import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Contract } from '../contract.ts';
import type { Written } from './cells.ts';
import { judgeContract, type Offer, readContract, type WrittenContract } from './judge.ts';

/** A pack that a command line orders, for one customer. */
export type OrderedPack = {
  readonly customer: string;
  /** As in a table of contracts: `mail@2024-06`. */
  readonly products: readonly string[];
  readonly language: string;
  /** Without it, a reference made from all that is ordered. */
  readonly contract?: string | undefined;
  /** ISO date; without it, the pack says none. */
  readonly date?: string | undefined;
  /** Further columns, by name. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
};

/** What a finding about a command line names in place of a file. */
export const commandLine = 'command line';

/** The contract that a command line orders, or what is wrong with it. */
export function readOrdered(
  ordered: OrderedPack,
  offer: Offer,
): { readonly contract: Contract | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const written = writeOrdered(ordered);
  const diagnostics = judgeContract(written, offer);
  return diagnostics.length > 0
    ? { contract: undefined, diagnostics }
    : { contract: readContract(written, offer), diagnostics };
}

function writeOrdered(ordered: OrderedPack): WrittenContract {
  const { customer, products, language, contract, date = '', columns = {} } = ordered;
  const text = (value: string): Written => ({ text: value.trim(), place: { file: commandLine } });
  return {
    contract: text(contract ?? makeReference(ordered)),
    customer: text(customer),
    language: text(language),
    products: text(products.join(' ')),
    date: text(date),
    columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, text(value)])),
    line: undefined,
  };
}

/** The same order has the same reference, and no other has it. */
function makeReference({ customer, products, language, date, columns = {} }: OrderedPack): string {
  const ordered = JSON.stringify([customer, products, language, date, Object.entries(columns)]);
  return `PACK-${createHash('sha256').update(ordered).digest('hex').slice(0, 8).toUpperCase()}`;
}
