import { assembleCatalogue } from '../../catalogue/assemble.ts';
import { configFile } from '../../catalogue/config.ts';
import { localizeWords } from '../../catalogue/localize.ts';
import type { Brand, Catalogue } from '../../catalogue/model.ts';
import { translate } from '../../catalogue/translations.ts';
import {
  composeChange,
  composeChangeWorkbook,
  loadChangeTemplates,
  loadChangeWorkbookTemplates,
} from '../../compose/change/compose.ts';
import type { ChangeView } from '../../compose/change/view.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { type ChangedProduct, changeSubject, viewChanges } from '../../diff/annex/view.ts';
import type { ProductDiff } from '../../diff/product-diff.ts';
import { reportDiff } from '../../diff/report.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import { formats, type RegisteredFormat } from '../../formats/registry.ts';
import { bodyGlyphs } from '../../make/workshop.ts';
import { locateDiagnostics } from '../../tables/locate-diagnostics.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates, shippedWorkspace } from '../../workspace/shipped.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { brandOn } from '../opening/open.ts';

/** A document that tells what changed in a product, in memory. */
export type ChangeAnnex = { readonly name: string; readonly bytes: Uint8Array };

export type ChangeAnnexOptions = {
  /** Folder of the workspace whose brands, words and templates are used; those that ship where it is none. */
  readonly workspace: string;
  /** Ids of formats, such as pdf. */
  readonly formats: readonly string[];
};

/**
 * Makes the change annexes of products that changed. One that both editions do not have has none: its annex is what
 * tells of it. Throws WorkspaceFault where files cannot be read.
 */
export async function makeChangeAnnexes(
  products: readonly ProductDiff[],
  options: ChangeAnnexOptions,
): Promise<Checked<readonly ChangeAnnex[], LocatedDiagnostic>> {
  const changed = products.filter(isChangedProduct);
  const wanted = formats.filter(({ id }) => options.formats.includes(id));
  const made: ChangeAnnex[] = [];
  const found: LocatedDiagnostic[] = [];
  for (const product of changed) {
    const opened = openFor(product.language, options.workspace);
    for (const format of wanted) {
      const { value, diagnostics } = await makeChangeAnnex(product, format, opened);
      found.push(...opened.locate(diagnostics));
      if (value !== undefined) made.push(value);
    }
  }
  return checked(made, found);
}

function isChangedProduct(product: ProductDiff): product is ChangedProduct {
  return product.state === 'changed' && product.old !== undefined && product.now !== undefined;
}

/** What documents in a language are made with. */
type OpenedFor = {
  readonly source: Workspace;
  readonly catalogue: Catalogue | undefined;
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/** A folder that is no workspace stands for what ships, in the language that is asked for. */
function openFor(language: string, folder: string): OpenedFor {
  const own = openWorkspace(folder);
  const isOne = own.read(configFile) !== undefined || own.list('data').folders.length > 0;
  const plain = { [configFile]: `format: 1\nlanguages: [${[...new Set(['en', language])].join(', ')}]\n` };
  const source = overlayWorkspace(isOne ? own : memoryWorkspace(plain), shippedTemplates());
  const { value, tables } = assembleCatalogue({ workspace: source, shipped: shippedWorkspace() });
  const read = (file: string) => {
    const found = source.read(file);
    return found && new TextDecoder().decode(found.bytes);
  };
  return {
    source,
    catalogue: value,
    locate: (diagnostics) => locateDiagnostics(diagnostics, { tables, read }),
  };
}

async function makeChangeAnnex(
  product: ChangedProduct,
  format: RegisteredFormat,
  { source, catalogue }: OpenedFor,
): Promise<Checked<ChangeAnnex>> {
  const brand = catalogue && brandFor(catalogue, product.product);
  if (catalogue === undefined || brand === undefined) return failed();
  if (!hasWords(catalogue, product.language)) return failed(noWords(product.language));
  const words = localizeWords(catalogue, product.language);
  const view = viewChanges(product, {
    brand,
    words,
    wordsOf: (language) => localizeWords(catalogue, language),
    hasMachineWords: hasMachineWords(catalogue, product.language),
  });
  const own = { source, words: localizeWords(catalogue, catalogue.language) };
  const rendered = await renderChanges(product, format, { view, own, brand, words });
  if (rendered.value === undefined) return failed(...rendered.diagnostics);
  return checked({ name: nameOf(product, format), bytes: rendered.value }, rendered.diagnostics);
}

type Prepared = {
  readonly view: ChangeView;
  /** Where templates are read, and the words that they are checked against. */
  readonly own: { readonly source: Workspace; readonly words: ReadonlyMap<string, string> };
  readonly brand: Brand;
  readonly words: ReadonlyMap<string, string>;
};

async function renderChanges(
  product: ChangedProduct,
  format: RegisteredFormat,
  { view, own, brand, words }: Prepared,
): Promise<Checked<Uint8Array>> {
  if (format.kind === 'workbook') {
    const templates = loadChangeWorkbookTemplates(own.source, own.words);
    if (templates.value === undefined) return failed(...templates.diagnostics);
    const tree = composeChangeWorkbook(view, templates.value, { brand, words });
    if (tree.value === undefined) return failed(...tree.diagnostics);
    return checked((await (await format.load()).render(tree.value)).bytes, tree.diagnostics);
  }
  const templates = loadChangeTemplates(own.source, own.words);
  if (templates.value === undefined) return failed(...templates.diagnostics);
  const dress = { brand, words, hasNarrow: bodyGlyphs(brand)(0x202f) };
  const tree = composeChange(view, changeSubject(product), templates.value, dress);
  if (tree.value === undefined) return failed(...tree.diagnostics);
  const annex = carryChanges(tree.value, product);
  return checked((await (await format.load()).render(annex)).bytes, tree.diagnostics);
}

/** The brand of the product where the workspace has it, else that of its first product, else the first there is. */
function brandFor(catalogue: Catalogue, id: string): Brand | undefined {
  const own = catalogue.products.find((product) => product.id === id) ?? catalogue.products[0];
  const brand = own?.brand ?? [...catalogue.brands.keys()][0];
  return brand === undefined ? undefined : brandOn(catalogue, brand);
}

function hasWords(catalogue: Catalogue, language: string): boolean {
  return language === catalogue.language || catalogue.translations.get(language) !== undefined;
}

function hasMachineWords(catalogue: Catalogue, language: string): boolean {
  const memory = catalogue.translations.get(language);
  const statuses = [...catalogue.wording.values()].map((text) => translate(text, language, memory)?.status);
  return statuses.some((status) => status === 'machine' || status === 'stale');
}

function noWords(language: string): Diagnostic {
  return error(
    'diff-words',
    { file: `data/translations/${language}.csv` },
    `There are no words in '${language}' for a change annex.`,
    {
      hints: ['Name another language by --language, or a workspace that is made in this one by --workspace.'],
    },
  );
}

/** A change annex that carries the changes as data. */
function carryChanges(annex: AnnexDocument, product: ChangedProduct): AnnexDocument {
  const json = `${JSON.stringify({ format: 1, products: [reportDiff(product)] }, null, 2)}\n`;
  const changes = {
    name: 'changes.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(json),
    relationship: 'Data',
    description: `${annex.metadata.title} (JSON)`,
  } as const;
  return { ...annex, attachments: [changes] };
}

/** `email-pro-changes-2026-03-to-2026-09-draft-en.pdf`; what is safe in no file name is a hyphen. */
function nameOf({ product, old, now, language }: ChangedProduct, { extension }: RegisteredFormat): string {
  const draft = now.draft ? '-draft' : '';
  const stem = `${product}-changes-${old.edition}-to-${now.edition}${draft}-${language}`;
  return `${stem.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/u, '')}.${extension}`;
}
