import type { Checked } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Table } from '../tables/table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listBrands, readBrand } from './brands.ts';
import { resolveCodeSet } from './codes.ts';
import { readConfig, type WorkspaceConfig } from './config.ts';
import { findChanged, settleDrafts } from './editions/draft.ts';
import { readGlossary } from './glossary.ts';
import { judge } from './judge.ts';
import type { Brand, Catalogue, Product, Text, TranslationMemory, TranslationRow } from './model.ts';
import { readNegations } from './negations.ts';
import { productsFolder, type ReadFolder, readFolder } from './products.ts';
import { pseudoLanguage, pseudoMemory } from './pseudo.ts';
import { Reader } from './reader.ts';
import { applyRules } from './rules/rules.ts';
import { readSections, type SectionEntry } from './sections.ts';
import { textsOf } from './texts.ts';
import { readTranslations, type TranslationFile } from './translations.ts';
import { readWording, shippedLanguage } from './wording.ts';

/** The user's files, and those that ship with the program and stand in where the user has none. */
export type Sources = { readonly workspace: Workspace; readonly shipped: Workspace };

/** What a run asks for beyond what the workspace says of itself. */
export type Asked = {
  /** Of which rules are to speak; the pseudo-language may be among them. All where none is named. */
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  readonly brands: readonly string[];
};

const nothingMore: Asked = { languages: [], formats: [], brands: [] };

export type Assembled = Checked<Catalogue> & {
  /** Every table that was read, for locating findings. */
  readonly tables: ReadonlyMap<string, Table>;
};

/** The dictionary of sections that products share. */
export const sectionsFile = 'data/sections.csv';
const translationColumns = { required: ['source', 'text', 'status'], optional: ['id'] };

/** Reads the whole workspace into the checked model, with everything found on the way judged by the rules. */
export function assembleCatalogue(sources: Sources, asked: Asked = nothingMore): Assembled {
  const reader = new Reader(sources.workspace);
  const config = readConfig(reader);
  if (config === undefined)
    return { value: undefined, diagnostics: reader.diagnostics, tables: reader.tables };
  const shippedReader = new Reader(sources.shipped);
  // The shipped words, overlaid word by word by the workspace's own.
  const shippedWords = readWording(shippedReader, shippedLanguage);
  const wording = new Map([...shippedWords, ...readWording(reader, config.language)]);
  const sections = readDictionary(reader, config);
  const brandNames = listBrands(reader);
  const folders = readFolders(reader, config, wording, sections, brandNames);
  const products = folders
    .map(({ product }) => product)
    .filter((product) => product !== undefined)
    .map((product) => (asked.languages.includes(pseudoLanguage) ? inPseudoLanguage(product) : product));
  const languages = [...new Set([...config.languages, ...products.flatMap((product) => product.languages)])];
  const titles = sections.map((entry) => entry.title);
  const texts = () => [
    ...wording.values(),
    ...titles,
    ...products.flatMap((product) => [...textsOf(product)].map(({ text }) => text)),
  ];
  const catalogue = settleDrafts({
    language: config.language,
    languages,
    products,
    shelves: new Map(folders.map(({ shelf }) => [shelf.product, shelf])),
    brands: readBrands(reader, brandNames),
    brandsAsked: asked.brands,
    wording,
    sections: titles,
    translations: readMemories(reader, shippedReader, {
      languages: [...new Set([...languages, ...spokenBeside(folders)])],
      shippedWords,
      texts,
    }),
    glossary: readGlossary(reader, config.language),
    negations: new Map([
      ...readNegations(shippedReader, shippedLanguage),
      ...readNegations(reader, config.language),
    ]),
    formats: asked.formats.length > 0 ? asked.formats : config.formats,
    placeOfFormat: (index) => config.placeOf(['formats', index]),
    paper: config.paper,
    whole: !reader.diagnostics.some(({ severity }) => severity === 'error'),
    judgement: {
      rules: config.rules,
      accept: config.accept.map((entry, i) => ({
        rule: entry.rule,
        product: entry.product,
        row: entry.row,
        reason: entry.reason,
        place: config.placeOf(['accept', i]),
      })),
    },
  });
  const diagnostics = judge(
    [
      ...reader.diagnostics,
      ...findChanged(catalogue),
      ...applyRules(catalogue, products.length === 0 ? [] : asked.languages),
    ],
    catalogue,
  );
  return { value: catalogue, diagnostics, tables: reader.tables };
}

/** The shared sections; none where there is no such file or it cannot be read. */
export function readDictionary(reader: Reader, config: WorkspaceConfig): readonly SectionEntry[] {
  const table = reader.table(sectionsFile, config.language, {}, { required: ['section', 'title'] });
  if (table === undefined) return [];
  const read = readSections(table, config.language, [], {});
  reader.report(...read.diagnostics);
  return read.entries;
}

function readFolders(
  reader: Reader,
  config: WorkspaceConfig,
  wording: ReadonlyMap<string, Text>,
  sections: readonly SectionEntry[],
  brands: readonly string[],
): ReadFolder[] {
  const folders = reader.workspace.list(productsFolder).folders;
  if (folders.length === 0) {
    reader.report(
      error('workspace-empty', { file: productsFolder }, 'There are no products here.', {
        hints: [
          `A product is a folder in ${productsFolder} with a product.yaml and a matrix.csv.`,
          'Is this the right workspace? Name another with --workspace DIR.',
        ],
      }),
    );
  }
  const codes = resolveCodeSet(
    config.codes,
    (word) => wording.get(word),
    config.language,
    config.placeOf(['codes']),
  );
  return folders
    .map((id) => readFolder(reader, id, { config, wording, codes, sections, brands }))
    .filter((folder) => folder !== undefined);
}

/**
 * Languages that need words, built or not: one that prevails says so in words of its own, and what was released in a
 * language stays published in it.
 */
function spokenBeside(folders: readonly ReadFolder[]): string[] {
  return folders.flatMap(({ shelf, product }) => [
    ...(product === undefined ? [] : [product.language]),
    ...shelf.released.flatMap(({ language, languages }) => [language, ...languages]),
  ]);
}

function readBrands(reader: Reader, names: readonly string[]): Map<string, Brand> {
  const brands = names.map((name) => readBrand(reader, name)).filter((brand) => brand !== undefined);
  return new Map(brands.map((brand) => [brand.id, brand]));
}

/** The product made in the pseudo-language too, whatever languages it names. */
function inPseudoLanguage(product: Product): Product {
  return { ...product, languages: [...new Set([...product.languages, pseudoLanguage])] };
}

/** What memories are read for, and what of it the shipped ones may speak of. */
type Spoken = {
  readonly languages: readonly string[];
  readonly shippedWords: ReadonlyMap<string, Text>;
  /** All texts, for a language that is made from them. */
  readonly texts: () => readonly Text[];
};

function readMemories(
  reader: Reader,
  shippedReader: Reader,
  { languages, shippedWords, texts }: Spoken,
): Map<string, TranslationMemory> {
  return new Map(
    languages.map((language) => {
      if (language === pseudoLanguage) return [language, pseudoMemory(texts())];
      const shipped = readMemory(shippedReader, `data/translations/${language}.csv`, language, {});
      const shared = readMemory(reader, `data/translations/${language}.csv`, language, { language });
      const words = shipped.rows.filter((row) => shippedWords.has(row.id));
      return [
        language,
        {
          language,
          byId: byId([...words, ...shared.rows]),
          phrases: new Map(shared.phrases.map((row) => [row.source, row])),
          byProduct: new Map(
            reader.workspace.list(productsFolder).folders.map((product) => {
              const path = `${productsFolder}/${product}/translations/${language}.csv`;
              const own = readMemory(reader, path, language, { product, language });
              return [product, byId(own.rows)];
            }),
          ),
        },
      ];
    }),
  );
}

function readMemory(
  reader: Reader,
  path: string,
  language: string,
  scope: { readonly product?: string; readonly language?: string },
): TranslationFile {
  const table = reader.table(path, language, scope, translationColumns);
  if (table === undefined) return { rows: [], phrases: [] };
  const read = readTranslations(table, scope, reader.texts);
  reader.report(...read.diagnostics);
  return read.file;
}

function byId(rows: readonly TranslationRow[]): Map<string, TranslationRow> {
  return new Map(rows.map((row) => [row.id, row]));
}
