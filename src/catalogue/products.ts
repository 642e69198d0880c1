import { error, note, type Scope } from '../diagnostics/diagnostic.ts';
import type { FilePlace, TextPlace } from '../diagnostics/place.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { isIdentifier } from '../workspace/schemas/identifiers.ts';
import { type ProductYaml, productSchema } from '../workspace/schemas/product.ts';
import type { YamlFile } from '../workspace/yaml.ts';
import { resolveCodeSet } from './codes.ts';
import type { WorkspaceConfig } from './config.ts';
import { readReleased } from './editions/released.ts';
import { readMatrix } from './matrix.ts';
import type { CodeSet, Party, Product, Shelf, Text } from './model.ts';
import type { Reader } from './reader.ts';
import { flattenSections, numberSections, readSections, type SectionEntry } from './sections.ts';

export const productsFolder = 'data/products';

/** What every product is read against. */
export type ProductContext = {
  readonly config: WorkspaceConfig;
  readonly wording: ReadonlyMap<string, Text>;
  /** The code set of the workspace. */
  readonly codes: CodeSet;
  readonly sections: readonly SectionEntry[];
  readonly brands: readonly string[];
};

/** What a product folder holds. */
export type ReadFolder = {
  readonly shelf: Shelf;
  /** Absent where matrix.csv is missing or unreadable. */
  readonly product: Product | undefined;
};

/** Reads one product folder; undefined where product.yaml is missing or unreadable. */
export function readFolder(reader: Reader, id: string, context: ProductContext): ReadFolder | undefined {
  const folder = `${productsFolder}/${id}`;
  const scope: Scope = { product: id };
  if (!checkFolderName(reader, id, folder, scope)) return undefined;
  const yaml = reader.yaml(`${folder}/product.yaml`, productSchema, scope);
  if (yaml === undefined) {
    reportAbsent(reader, `${folder}/product.yaml`, 'name, edition and updated of the product', scope);
    return undefined;
  }
  const written = yaml.value;
  const language = written.language ?? context.config.language;
  const word = (name: string) => context.wording.get(name);
  const codes =
    written.codes === undefined
      ? context.codes
      : resolveCodeSet(written.codes, word, language, yaml.placeOf(['codes']));
  const brand = resolveBrand(reader, written, yaml, context, scope);
  const shelf: Shelf = { product: id, brand, codes, ...readReleased(reader, id, folder) };
  return { shelf, product: readProduct(reader, folder, yaml, shelf, context) };
}

function readProduct(
  reader: Reader,
  folder: string,
  yaml: YamlFile<ProductYaml>,
  { product: id, brand, codes, released }: Shelf,
  context: ProductContext,
): Product | undefined {
  const scope: Scope = { product: id };
  const written = yaml.value;
  const language = written.language ?? context.config.language;
  const parties = resolveParties(written, yaml, context, language);
  const own = readOwnSections(reader, folder, language, context.sections, scope);
  const table = reader.table(`${folder}/matrix.csv`, language, scope);
  if (table === undefined) {
    reportAbsent(
      reader,
      `${folder}/matrix.csv`,
      'columns id, section, activity, note and one for each party',
      scope,
    );
    return undefined;
  }
  const extras = written.columns ?? context.config.columns;
  const rows = readMatrix(reader, table, { language, parties, codes, sections: own, extras, scope });
  const numbered = numberSections(own, rows, scope);
  reader.report(...numbered.diagnostics);
  const text = (textId: string, source: string, path: readonly (string | number)[]): Text => ({
    id: textId,
    source,
    language,
    place: yaml.placeOf(path),
  });
  const product: Product = {
    id,
    name: text('product.name', written.name, ['name']),
    edition: written.edition,
    place: yaml.placeOf(['edition']),
    updated: written.updated,
    language,
    languages: resolveLanguages(reader, written, yaml, context.config, language, scope),
    summary:
      written.summary === undefined ? undefined : text('product.summary', written.summary, ['summary']),
    notes: written.notes.map((source, i) => text(`product.note.${i + 1}`, source, ['notes', i])),
    links: written.links.map((link, i) => ({
      text: text(`product.link.${i + 1}`, link.text, ['links', i, 'text']),
      url: link.url,
    })),
    reference: written.reference ?? id.toUpperCase(),
    annex: written.annex,
    parties,
    codes,
    sections: numbered.sections,
    activities: flattenSections(numbered.sections).flatMap((section) => section.activities),
    brand,
    judgement: {
      rules: written.rules,
      accept: written.accept.map((entry, i) => ({
        rule: entry.rule,
        product: id,
        row: entry.row,
        reason: entry.reason,
        place: yaml.placeOf(['accept', i]),
      })),
    },
    released,
    // Told when all texts are known: editions/draft.ts.
    draft: true,
    folder,
  };
  const said = written.languages === undefined ? context.config : yaml;
  noteOriginalUnbuilt(reader, product, said.placeOf(['languages']));
  return product;
}

function checkFolderName(reader: Reader, id: string, folder: string, scope: Scope): boolean {
  if (isIdentifier(id)) return true;
  reader.report(
    error('product-id', { file: folder }, `'${id}' cannot be the name of a product folder.`, {
      hints: ['Use small letters a-z, digits and hyphens, beginning with a letter, such as email-pro.'],
      scope,
    }),
  );
  return false;
}

function reportAbsent(reader: Reader, file: string, holds: string, scope: Scope): void {
  if (
    reader.diagnostics.some(({ place }) => place.file === file) ||
    reader.workspace.read(file) !== undefined
  )
    return;
  reader.report(
    error('file-missing', { file }, 'The file is missing.', { hints: [`It holds ${holds}.`], scope }),
  );
}

/**
 * The parties of a product: those of product.yaml, or all of annex.yaml. A name given in product.yaml is a text of
 * the product; one left out is the workspace's.
 */
function resolveParties(
  written: ProductYaml,
  yaml: YamlFile<ProductYaml>,
  context: ProductContext,
  language: string,
): Party[] {
  const shared = context.config.parties.map((party, i): Party => {
    const text = (part: 'name' | 'short', id: string, source: string): Text => ({
      id,
      source,
      language: context.config.language,
      place: context.config.placeOf(['parties', i, part]),
    });
    // The default names are words that ship, so they come translated.
    const word = context.wording.get(`party.${party.id}`);
    return {
      id: party.id,
      name: word?.source === party.name ? word : text('name', `party.${party.id}`, party.name),
      short: party.short === undefined ? undefined : text('short', `party.${party.id}.short`, party.short),
    };
  });
  if (written.parties === undefined) return shared;
  return written.parties.map((party, i): Party => {
    const known = shared.find((other) => other.id === party.id);
    const text = (part: 'name' | 'short', id: string, source: string | undefined): Text | undefined =>
      source === undefined ? undefined : { id, source, language, place: yaml.placeOf(['parties', i, part]) };
    return {
      id: party.id,
      name:
        text('name', `party.${party.id}`, party.name) ??
        known?.name ??
        text('name', `party.${party.id}`, party.id)!,
      short:
        text('short', `party.${party.id}.short`, party.short) ??
        (party.name === undefined ? known?.short : undefined),
    };
  });
}

function readOwnSections(
  reader: Reader,
  folder: string,
  language: string,
  dictionary: readonly SectionEntry[],
  scope: Scope,
): readonly SectionEntry[] {
  const columns = { required: ['section'], optional: ['number', 'title'] };
  const table = reader.table(`${folder}/sections.csv`, language, scope, columns);
  if (table === undefined) return dictionary;
  const read = readSections(table, language, dictionary, scope);
  reader.report(...read.diagnostics);
  return read.entries;
}

function resolveLanguages(
  reader: Reader,
  written: ProductYaml,
  yaml: YamlFile<ProductYaml>,
  config: WorkspaceConfig,
  language: string,
  scope: Scope,
): readonly string[] {
  const isNamed = config.languages.includes(language);
  // A product that says itself in which language it is written is made in that one too.
  const all = isNamed || written.language === undefined ? config.languages : [language, ...config.languages];
  if (written.languages === undefined) return isMonolingual(config) ? [language] : all;
  written.languages.forEach((wanted, i) => {
    if (all.includes(wanted)) return;
    const place: TextPlace = yaml.placeOf(['languages', i]);
    reader.report(
      error('language-unknown', place, `Language '${wanted}' is not one of the workspace.`, {
        hints: [
          ...didYouMean(wanted, all),
          'The languages of the workspace stand under `languages:` in annex.yaml.',
        ],
        scope,
      }),
    );
  });
  return all.filter((tag) => written.languages?.includes(tag));
}

/** Every translation says that the original prevails, which its reader then asks for. Said once, however many products. */
function noteOriginalUnbuilt(
  reader: Reader,
  { language, languages }: Product,
  place: TextPlace | FilePlace,
): void {
  if (languages.length === 0 || languages.includes(language)) return;
  const message = `Documents say that the text in '${language}' prevails, and that one is not built.`;
  if (reader.diagnostics.some((found) => found.message === message)) return;
  const hints = [
    `Write languages: [${[language, ...languages].join(', ')}], unless its readers have it already.`,
  ];
  reader.report(note('language-original', place, message, { hints }));
}

/** Whether a workspace asks for no translation: then a product in another language is built in that one alone. */
function isMonolingual(config: WorkspaceConfig): boolean {
  return config.languages.length === 1 && config.languages[0] === config.language;
}

function resolveBrand(
  reader: Reader,
  written: ProductYaml,
  yaml: YamlFile<ProductYaml>,
  context: ProductContext,
  scope: Scope,
): string {
  const brand = written.brand ?? context.config.brand;
  if (!context.brands.includes(brand)) {
    const place = written.brand === undefined ? context.config.placeOf(['brand']) : yaml.placeOf(['brand']);
    reader.report(
      error('brand-unknown', place, `There is no brand '${brand}'.`, {
        hints: [
          ...didYouMean(brand, context.brands),
          'A brand is a folder in templates/brands with a brand.yaml.',
        ],
        scope,
      }),
    );
  }
  return brand;
}
