import type { Catalogue } from './catalogue/model.ts';
import type { Form } from './preview/told.ts';

/**
 * Whether a change of a source file can change a document of a product. It says yes where it does not know: a text of
 * another language may be one that an edition promised, and make a draft of all its documents.
 */
export function canChange(
  path: string,
  document: { readonly product: string; readonly form: Form },
  catalogue: Catalogue | undefined,
): boolean {
  const [, product] = /^data\/products\/([^/]+)\//.exec(path) ?? [];
  if (product !== undefined) return product === document.product;
  const [, brand] = /^templates\/brands\/([^/]+)\//.exec(path) ?? [];
  if (brand !== undefined) return (brandOf(document.product, catalogue) ?? brand) === brand;
  const isWorkbook = document.form === 'sheets' || document.form === 'xlsx';
  if (path === 'templates/annex.hbs') return !isWorkbook;
  return path !== 'templates/workbook.hbs' || isWorkbook;
}

/** None is known while the catalogue cannot be read, or the product: then every brand may be its own. */
function brandOf(id: string, catalogue: Catalogue | undefined): string | undefined {
  return catalogue?.products.find((product) => product.id === id)?.brand;
}
