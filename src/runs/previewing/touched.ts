import { canReach, scopeOfSource } from '../../cache/scope.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import type { Wanted } from '../../preview/source.ts';

/** Whether a change of a source file can change a document. It says yes where it does not know, as while the product cannot be read. */
export function canChange(path: string, document: Wanted, catalogue: Catalogue | undefined): boolean {
  const product = catalogue?.products.find(({ id }) => id === document.product);
  if (catalogue === undefined || product === undefined) return true;
  const { language, form } = document;
  return canReach(scopeOfSource(path), {
    product: product.id,
    brand: product.brand,
    frozen: false,
    kind: form === 'sheets' || form === 'xlsx' ? 'workbook' : 'annex',
    languages: [language, product.language, catalogue.language],
  });
}
