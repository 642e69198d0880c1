import type { WorkspaceConfig } from '../../catalogue/config.ts';
import type { Product } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { type Change, tryChange } from '../../scaffold/change.ts';
import { expectTag, nameLanguage } from '../../scaffold/language.ts';
import { NameRefused } from '../../scaffold/names.ts';
import type { OpenedLanguage } from '../../translate/open.ts';
import type { WritableWorkspace } from '../../workspace/workspace.ts';
import { addToList } from '../../workspace/yaml/add-to-list.ts';

/** A product in a workspace as it would be with a language added. */
export type OpenedTranslation = OpenedLanguage & {
  readonly product: Product;
  /** What adds the language: to annex.yaml, to product.yaml, or nothing where both have it. */
  readonly joining: Change;
};

/** Reads a product to translate it. Throws NameRefused where a list of languages cannot be added to. */
export function openTranslation(
  workspace: WritableWorkspace,
  config: WorkspaceConfig,
  product: Product,
  tag: string,
): OpenedTranslation {
  const shared = joinWorkspace(workspace, config, tag);
  const joined = productIn(workspace, shared, product.id);
  const own = joined.languages.includes(tag) ? {} : joinProduct(workspace, joined, tag);
  const joining = { ...shared, ...own };
  const tried = tryChange(workspace, joining);
  return {
    workspace,
    tag,
    catalogue: tried.value,
    tried,
    isBuilt: Object.keys(joining).length === 0,
    try: (change) => tryChange(workspace, { ...joining, ...change }),
    product: tried.value!.products.find(({ id }) => id === product.id)!,
    joining,
  };
}

function joinWorkspace(workspace: WritableWorkspace, config: WorkspaceConfig, tag: string): Change {
  if (config.languages.includes(tag) || tag === config.language) return {};
  expectTag(tag, config);
  return nameLanguage(workspace, config, tag);
}

function productIn(workspace: WritableWorkspace, change: Change, id: string): Product {
  return tryChange(workspace, change).value!.products.find((product) => product.id === id)!;
}

/** product.yaml of a product that names its own languages, with this one among them. */
function joinProduct(workspace: WritableWorkspace, { id, languages }: Product, tag: string): Change {
  const path = `${productsFolder}/${id}/product.yaml`;
  const list = [...languages, tag];
  const edited = addToList(workspace.read(path)!, {
    key: 'languages',
    item: tag,
    list,
    behind: ['language', 'updated', 'edition', 'name'],
  });
  if (edited !== undefined) return { [path]: edited };
  throw new NameRefused(
    `${path} is written in a way that is not edited here. Write languages: [${list.join(', ')}] in it, then run this again.`,
  );
}
