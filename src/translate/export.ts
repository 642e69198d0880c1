import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { NameRefused } from '../scaffold/names.ts';
import { writeExchange } from './csv/write.ts';
import { type Home, openLanguage } from './open.ts';
import { surveyUnits } from './survey.ts';
import type { Unit } from './unit.ts';
import { writeXliff } from './xliff/write.ts';

export type ExchangeFormat = 'xliff' | 'csv';

export type ExportOptions = {
  readonly workspace: Home;
  readonly language: string;
  /** Ids of products; all of them where there are none. */
  readonly products: readonly string[];
  /** Every text, and not only what is missing or stale. */
  readonly all: boolean;
  readonly format: ExchangeFormat;
  /** Only texts written in this language, where products are written in several. */
  readonly from?: string | undefined;
};

export type ExportResult = {
  /** The file for the translator; absent where there is nothing to translate, or the workspace cannot be read. */
  readonly content: string | undefined;
  /** Whether every product could be read; the texts of one that could not are not among them. */
  readonly whole: boolean;
  readonly counts: Readonly<Record<Unit['state'], number>>;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Writes what a language has to translate as one file, each text once however many products it stands in.
 * Throws NameRefused, UnknownName, WorkspaceFault.
 */
export function exportTexts(options: ExportOptions): ExportResult {
  const { language, products } = options;
  const opened = openLanguage(options.workspace, language, products);
  const { catalogue, tried } = opened;
  if (catalogue === undefined) {
    const diagnostics = tried.locate(tried.diagnostics);
    return { content: undefined, whole: false, counts: count([]), diagnostics };
  }
  const all = surveyUnits(catalogue, language);
  if (all.length === 0) throw new NameRefused(`Everything here is written in '${language}' itself.`);
  const units = all
    .filter(({ uses }) => products.length === 0 || uses.some((use) => isWanted(use.product?.id, products)))
    .filter(({ state }) => options.all || state === 'missing' || state === 'stale')
    .filter((unit) => options.from === undefined || unit.language === options.from);
  const [source] = sourcesOf(units);
  const write = { xliff: writeXliff, csv: writeExchange }[options.format];
  return {
    content: source === undefined ? undefined : write(units, { source, target: language }),
    whole: catalogue.whole,
    counts: count(units),
    diagnostics: [],
  };
}

/** Words of the templates stand in every product. */
function isWanted(product: string | undefined, products: readonly string[]): boolean {
  return product === undefined || products.includes(product);
}

/** The language that the texts are written in: a translator's file has one. Throws NameRefused where they have several. */
function sourcesOf(units: readonly Unit[]): string[] {
  const sources = [...new Set(units.map(({ language }) => language))];
  if (sources.length <= 1) return sources;
  throw new NameRefused(
    `These texts are written in ${sources.join(' and ')}, and a file has one language to translate from. Name it: --from ${sources[0]}`,
  );
}

function count(units: readonly Unit[]): Record<Unit['state'], number> {
  const counts = { missing: 0, stale: 0, machine: 0, reviewed: 0 };
  for (const { state } of units) counts[state]++;
  return counts;
}
