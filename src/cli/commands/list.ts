import { type ListedProduct, surveyProducts } from '../../inspect.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

type Options = { readonly workspace: string; readonly json: boolean };

const signs = {
  original: '',
  reviewed: '',
  machine: ' (machine)',
  stale: ' (stale)',
  missing: ' (missing)',
} as const;

/** `annex list`: one line a product, then its languages with the state of their text. */
export async function runList(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { products, unread } = surveyProducts(options.workspace);
  if (options.json) {
    terminal.out(`${JSON.stringify({ format: 1, products }, null, 2)}\n`);
  } else if (products.length > 0) {
    terminal.out(printProducts(products, terminal));
  }
  if (terminal.interactive && !options.json && products.some(({ draft }) => draft)) {
    terminal.err('Drafts become editions by annex release.\n');
  }
  for (const id of unread) terminal.err(`${id} cannot be read: run annex check to see why.\n`);
  if (products.length + unread.length === 0) terminal.err('There are no products here: see annex init.\n');
  return products.length === 0 || unread.length > 0 ? exitCodes.content : exitCodes.fine;
}

function standingOf({ because, released }: ListedProduct): string {
  if (because === undefined) return 'released';
  const why = {
    'never-released': 'never released',
    'new-edition': `after ${released.at(-1)?.edition}`,
    changed: 'changed since its release',
  };
  return `draft, ${why[because]}`;
}

function printProducts(products: readonly ListedProduct[], terminal: Terminal): string {
  const rows = products.map((product) => [
    product.id,
    product.name,
    `edition ${product.edition} (${standingOf(product)})`,
    product.updated,
    `${product.activities} activities`,
    product.languages.map(({ language, state }) => `${language}${signs[state]}`).join(', '),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? terminal.paintOut.dim(cell) : cell.padEnd(widths[i]!)))
        .join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}
