import type { Brand } from '../catalogue/model.ts';
import { type Element, writeHtml } from '../formats/html/node.ts';
import type { PublishedArtifact } from '../publish/manifest.ts';
import type { NewFile } from '../publish/publish.ts';
import { readAsset } from './assets.ts';
import { feedFile, writeFeed } from './feed.ts';
import { indexFile, writeIndex } from './index-page.ts';
import { listFile, writeList } from './list.ts';
import type { ListedProduct } from './listed.ts';
import { tellProducts } from './products.ts';
import { Site } from './site.ts';
import { writeStyleSheet } from './style-sheet.ts';
import type { ToldCatalogue } from './told.ts';
import { makeWebFonts } from './web-fonts.ts';
import { pageWords } from './words.ts';

/** What the download page is made from. */
export type PageSource = {
  /** The language of the workspace. */
  readonly language: string;
  readonly languages: readonly string[];
  /** All words, by language and id. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly products: readonly ListedProduct[];
  readonly brands: ReadonlyMap<string, Brand>;
  /** All that is published beside the page. */
  readonly artifacts: readonly PublishedArtifact[];
};

/**
 * The download page of an output folder: static files that work from any server, below any path and from a folder. They
 * tell the catalogue and nothing of any customer. The same source gives the same bytes. None where nothing is published.
 */
export function writeDownloadPage(source: PageSource): NewFile[] {
  const brand = brandOfPage(source);
  if (brand === undefined) return [];
  const site = new Site();
  const changes = writeChanges(source.products, site);
  const catalogue = tellCatalogue(source, new Map([...changes].map(([id, { path }]) => [id, path])));
  const told = writeScript('annexes', catalogue);
  const texts = [brand.name, told, ...[...changes.values()].map(({ script }) => script)];
  const style = site.part('page', 'css', writeStyleSheet(brand, makeWebFonts(brand, texts, site)));
  const scripts = [site.part('catalogue', 'js', told), site.part('page', 'js', readAsset('page.js'))];
  const logo = brand.logo && site.part('logo', endingOf(brand.logo.media), brand.logo.bytes);
  site.named(feedFile, writeFeed(catalogue, brand.legal));
  site.named(listFile, document(writeList(catalogue, brand.name, style)));
  // Last: it names the others.
  site.named(indexFile, document(writeIndex(catalogue, { name: brand.name, logo, style, scripts })));
  return site.files;
}

/** A script for each product in whose history anything changed. */
function writeChanges(products: readonly ListedProduct[], site: Site) {
  const written = products.flatMap(({ id, changes }) => {
    if (changes === undefined) return [];
    const script = `globalThis.changes ??= {};\n${writeScript(`changes["${id}"]`, changes)}`;
    return [[id, { script, path: site.part(`changes-${id}`, 'js', script) }] as const];
  });
  return new Map(written);
}

function tellCatalogue(
  { language, languages, words, products, brands, artifacts }: PageSource,
  changes: ReadonlyMap<string, string>,
): ToldCatalogue {
  const names = new Map([...brands].map(([id, { name }]) => [id, name]));
  return {
    language,
    languages: [...languages, ...otherLanguages(languages, artifacts)],
    kinds: kindsOf(artifacts),
    words: Object.fromEntries([...words].map(([tag, own]) => [tag, pageWords(own)])),
    products: tellProducts(products, artifacts, names, changes),
  };
}

/** What was released in a language that is no longer built stays published in it. */
function otherLanguages(languages: readonly string[], artifacts: readonly PublishedArtifact[]): string[] {
  const tags = new Set(artifacts.map(({ language }) => language));
  return [...tags].filter((tag) => !languages.includes(tag)).sort();
}

/** In the order in which people ask for them, with what nobody knows yet behind. */
function kindsOf(artifacts: readonly PublishedArtifact[]): ToldCatalogue['kinds'] {
  const kinds = new Map(artifacts.map(({ format, kind }) => [format, kind]));
  const others = [...kinds.keys()].filter((format) => !usualFormats.includes(format)).sort();
  const order = [...usualFormats.filter((format) => kinds.has(format)), ...others];
  return Object.fromEntries(order.map((format) => [format, kinds.get(format)!]));
}

const usualFormats = ['pdf', 'xlsx', 'html', 'md'];

/** The brand that most of what is published wears; the first of several by name. */
function brandOfPage({ artifacts, brands }: PageSource): Brand | undefined {
  const worn = new Map<string, number>();
  for (const { brand } of artifacts) worn.set(brand, (worn.get(brand) ?? 0) + 1);
  const [first] = [...worn]
    .filter(([id]) => brands.has(id))
    .sort(([one, count], [other, others]) => others - count || (one < other ? -1 : 1));
  if (first !== undefined) return brands.get(first[0]);
  return artifacts.length > 0 ? [...brands.values()][0] : undefined;
}

/** Data as a script that sets a global: a page opened as a file may load it, and could not fetch it. */
function writeScript(global: string, data: unknown): string {
  return `globalThis.${global} = ${JSON.stringify(data)};\n`;
}

function endingOf(media: string): string {
  return media === 'image/png' ? 'png' : 'svg';
}

function document(root: Element): string {
  return `<!DOCTYPE html>\n${writeHtml(root)}`;
}
