import type { Form, ToldProduct } from '../told.ts';

/** The ways to look at a document, in the order of their links. */
export const views = [
  { id: 'pages', name: 'Pages', form: 'pdf' },
  { id: 'web', name: 'Web page', form: 'html' },
  { id: 'workbook', name: 'Workbook', form: 'sheets' },
] as const satisfies readonly { readonly id: string; readonly name: string; readonly form: Form }[];

export type View = (typeof views)[number];

/** What is looked at. It stands in the address, so that it can be kept and shared. */
export type Choice = { readonly product: string; readonly language: string; readonly view: View };

/** What the address asks for, where the workspace has it; else what stands first. */
export function chooseFrom(address: URL, products: readonly ToldProduct[]): Choice | undefined {
  const asked = (name: string) => address.searchParams.get(name);
  const product = products.find(({ id }) => id === asked('product')) ?? products[0];
  const language = product?.languages.find((tag) => tag === asked('language')) ?? product?.languages[0];
  if (product === undefined || language === undefined) return undefined;
  return { product: product.id, language, view: views.find(({ id }) => id === asked('view')) ?? views[0] };
}

/** The address of the page that shows this. */
export function addressOf({ product, language, view }: Choice): string {
  return `?${new URLSearchParams({ product, language, view: view.id })}`;
}

/** The address of the document itself. */
export function documentAt({ product, language }: Choice, form: Form): string {
  return `/made/${encodeURIComponent(product)}/${encodeURIComponent(language)}.${form}`;
}
