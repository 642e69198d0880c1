import { type ListedProduct, surveyProducts } from '../../runs/inspect.ts';
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

/** `annex list`: a line for each edition that there are documents of, with its languages and the state of their text. */
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

/** A line of what there are documents of. */
type Line = { readonly cells: readonly string[]; readonly isPast: boolean };

function printProducts(products: readonly ListedProduct[], { paintOut }: Terminal): string {
  const lines = products.flatMap((product) => [lineOfToday(product), ...linesOfReleased(product)]);
  const widths = lines[0]!.cells.map((_, column) =>
    Math.max(...lines.map(({ cells }) => cells[column]!.length)),
  );
  return lines
    .map(({ cells, isPast }) => {
      const padded = cells.slice(0, -1).map((cell, i) => cell.padEnd(widths[i]!));
      const text = padded.join('  ');
      return `${isPast ? paintOut.dim(text) : text}  ${paintOut.dim(cells.at(-1)!)}\n`;
    })
    .join('');
}

/** The edition that the matrix is in. */
function lineOfToday(product: ListedProduct): Line {
  const { id, name, edition, updated, activities, languages, because, released } = product;
  const frozen = released.find((one) => isSameName(one.edition, edition));
  const standing = because === undefined ? standingOf(frozen) : sayDraft(because, released);
  return { cells: [id, name, ...cellsOf(edition, standing, updated, activities, languages)], isPast: false };
}

/** The released ones that the matrix no longer makes, from the newest on. */
function linesOfReleased({ released, edition: today, draft }: ListedProduct): Line[] {
  return released
    .filter(({ edition }) => draft || !isSameName(edition, today))
    .map((released) => {
      const { edition, date, activities, languages, supersededBy } = released;
      const cells = ['', '', ...cellsOf(edition, standingOf(released), date, activities, languages)];
      return { cells, isPast: supersededBy !== undefined };
    })
    .reverse();
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function standingOf(released: ListedProduct['released'][number] | undefined): string {
  return released?.supersededBy === undefined ? 'released' : `superseded by ${released.supersededBy}`;
}

function sayDraft(because: ListedProduct['because'] & string, released: ListedProduct['released']): string {
  const why = {
    'never-released': 'never released',
    'new-edition': `after ${released.at(-1)?.edition}`,
    changed: 'changed since its release',
  };
  return `draft, ${why[because]}`;
}

function cellsOf(
  edition: string,
  standing: string,
  date: string,
  activities: number,
  languages: ListedProduct['languages'],
): string[] {
  return [
    `edition ${edition} (${standing})`,
    date,
    `${activities} activities`,
    languages.map(({ language, state }) => `${language}${signs[state]}`).join(', '),
  ];
}
