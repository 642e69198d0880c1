import { packed, shownEdition, state } from './state.ts';

/** The line of data/contracts.csv that orders this pack: contract, customer, language, products, date. */
export function contractLine(): string {
  const { customer, contract, date } = state.contract;
  const products = packed().map((product) => {
    const { edition, draft } = shownEdition(product);
    // A draft has no name that stays.
    return draft ? product.id : `${product.id}@${edition}`;
  });
  return [contract, customer, state.language, products.join(' '), date].map(quote).join(',');
}

function quote(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
