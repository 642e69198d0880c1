import { releasedAs } from '../catalogue/editions/draft.ts';
import { localize } from '../catalogue/localize.ts';
import type { Catalogue, Product } from '../catalogue/model.ts';
import { productsFolder } from '../catalogue/products.ts';
import { textsOf } from '../catalogue/texts.ts';
import { translate } from '../catalogue/translations.ts';
import { composeAnnex } from '../compose/annex/compose.ts';
import { composeWorkbook } from '../compose/workbook/compose.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { showDocument } from '../document/show.ts';
import type { Edition } from '../edition/edition.ts';
import { readInLanguage, weakestOf } from '../edition/in-language.ts';
import { bodyGlyphs } from '../make/workshop.ts';
import { everything, touches } from '../plan/plan.ts';
import { checkRequest } from '../plan/request.ts';
import { showWorkbook } from '../workbook/show.ts';
import { editionOf } from './opening/edition-of.ts';
import { historyOf } from './opening/history.ts';
import { brandOn, type Opened, openSources, readSources, type Sources } from './opening/open.ts';

/** Every finding of a workspace, accepted ones included. Throws WorkspaceFault where files cannot be read. */
export function checkWorkspace(sources: Sources): LocatedDiagnostic[] {
  const opened = openSources(sources);
  return opened.locate(opened.diagnostics);
}

/** A product as `annex list` prints it. */
export type ListedProduct = {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly updated: string;
  readonly draft: boolean;
  /** Why it is a draft: nothing was ever released, or not yet this edition, or it was and the matrix changed since. */
  readonly because?: 'never-released' | 'new-edition' | 'changed';
  /** Its released editions, from the first to the newest: each has documents, whichever the product is in. */
  readonly released: readonly ListedEdition[];
  readonly brand: string;
  readonly activities: number;
  readonly languages: readonly ListedLanguage[];
};

/** A released edition, as it was frozen. */
export type ListedEdition = {
  readonly edition: string;
  readonly date: string;
  readonly digest: string;
  /** The released edition that came after it. */
  readonly supersededBy?: string;
  readonly activities: number;
  readonly languages: readonly ListedLanguage[];
};

export type ListedLanguage = { readonly language: string; readonly state: TextState };

/** The weakest text of a product in a language. */
export type TextState = 'original' | 'reviewed' | 'machine' | 'stale' | 'missing';

/** The products of a workspace; one that cannot be read is not among them. Throws WorkspaceFault. */
export function listWorkspace(sources: Sources): ListedProduct[] {
  return surveyProducts(sources).products;
}

/** The products that can be read, and the folders of those that cannot. Throws WorkspaceFault. */
export function surveyProducts(sources: Sources): { products: ListedProduct[]; unread: string[] } {
  const { assembled, overlaid } = readSources(sources);
  const catalogue = assembled.value;
  const products = catalogue?.products ?? [];
  const { folders } = overlaid.list(productsFolder);
  return {
    products: products.map((product) => listProduct(catalogue!, product)),
    unread: folders.filter((folder) => !products.some(({ id }) => id === folder)),
  };
}

function listProduct(catalogue: Catalogue, product: Product): ListedProduct {
  return {
    id: product.id,
    name: product.name.source,
    edition: product.edition,
    updated: product.updated,
    draft: product.draft,
    ...(product.draft && { because: whyDraft(product) }),
    released: product.released.map((edition, i, all) => listEdition(edition, all[i + 1])),
    brand: product.brand,
    activities: product.activities.length,
    languages: product.languages.map((language) => ({
      language,
      state: textState(catalogue, product, language),
    })),
  };
}

function listEdition(frozen: Edition, next: Edition | undefined): ListedEdition {
  const { edition, date, digest, activities, language: prevailing, languages } = frozen;
  return {
    edition,
    date,
    digest,
    ...(next && { supersededBy: next.edition }),
    activities: activities.length,
    languages: languages.map((language) => {
      const statuses = readInLanguage(frozen, language)?.statuses;
      const state =
        language === prevailing ? 'original' : statuses === undefined ? 'missing' : weakestOf(statuses);
      return { language, state };
    }),
  };
}

function whyDraft(product: Product): ListedProduct['because'] & string {
  if (product.released.length === 0) return 'never-released';
  return releasedAs(product) === undefined ? 'new-edition' : 'changed';
}

function textState(catalogue: Catalogue, product: Product, language: string): TextState {
  if (language === product.language) return 'original';
  const memory = catalogue.translations.get(language);
  const found = new Set(
    [...textsOf(product)].map(({ text }) => translate(text, language, memory, product.id)?.status),
  );
  if (found.has(undefined)) return 'missing';
  return weakestOf(found);
}

export type ShowOptions = {
  /** Id of the product. */
  readonly product: string;
  /** The product's own where it is left out. */
  readonly language?: string | undefined;
  /** The product's own where it is left out. */
  readonly brand?: string | undefined;
  readonly kind: 'annex' | 'workbook';
};

/**
 * The tree that a template makes of a product, as text; no value where errors stand in the way.
 * Throws UnknownName, WorkspaceFault.
 */
export function showComposed(sources: Sources, options: ShowOptions): Checked<string, LocatedDiagnostic> {
  const brands = options.brand === undefined ? [] : [options.brand];
  const opened = openSources(sources, {
    languages: options.language === undefined ? [] : [options.language],
    formats: [],
    brands,
  });
  const { catalogue } = opened;
  if (catalogue === undefined) return failed(...opened.locate(opened.diagnostics));
  const { folders } = opened.overlaid.list(productsFolder);
  const names = {
    products: folders,
    languages: catalogue.languages,
    formats: [],
    brands: [...catalogue.brands.keys()],
  };
  checkRequest({ ...everything, products: [options.product], brands }, names);
  const product = catalogue.products.find(({ id }) => id === options.product);
  const language = options.language ?? usualLanguage(product) ?? catalogue.language;
  checkRequest(
    { ...everything, languages: [language] },
    { ...names, languages: product?.languages ?? names.languages },
  );
  const touching = opened.diagnostics.filter(
    (found) =>
      isBlocking(found) &&
      touches(found, { product: options.product, language, brand: options.brand ?? product?.brand ?? '' }),
  );
  if (product === undefined || touching.length > 0) return failed(...opened.locate(touching));
  const shown = composeTree(opened, catalogue, product, language, options);
  return shown.value === undefined ? failed(...opened.locate(shown.diagnostics)) : checked(shown.value);
}

/** The product's own, where it is built. */
function usualLanguage(product: Product | undefined): string | undefined {
  if (product === undefined) return undefined;
  const { language, languages } = product;
  return languages.includes(language) ? language : (languages[0] ?? language);
}

function composeTree(
  opened: Opened,
  catalogue: Catalogue,
  product: Product,
  language: string,
  options: ShowOptions,
): Checked<string> {
  const brand = brandOn(catalogue, options.brand ?? product.brand);
  const edition = editionOf(catalogue, product);
  const localized = localize(catalogue, edition, language, historyOf(catalogue, edition));
  if (brand === undefined) return failed();
  if (options.kind === 'workbook') {
    if (opened.workbookTemplates === undefined) return failed();
    const { value, diagnostics } = composeWorkbook(localized, brand, opened.workbookTemplates);
    return { value: value && showWorkbook(value), diagnostics };
  }
  if (opened.annexTemplates === undefined) return failed();
  const { value, diagnostics } = composeAnnex(localized, brand, opened.annexTemplates, bodyGlyphs(brand));
  return { value: value && showDocument(value), diagnostics };
}
