import { brandsOf } from '../../catalogue/brands.ts';
import type { Brand, Catalogue, Party, Product } from '../../catalogue/model.ts';
import { translate } from '../../catalogue/translations.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { type FontStack, openStack, widthIn } from '../../fonts/stack.ts';
import { chooseGeometry } from './geometry.ts';
import { styleSheet } from './styles.ts';

/**
 * Finds party labels with a word wider than the party's column: the label would break inside the word, at the head
 * of every table. A label of several words may stand in several lines. The widths are measured, by language and brand.
 */
export function checkLabels(catalogue: Catalogue): Diagnostic[] {
  return catalogue.products.flatMap((product) =>
    brandsOf(catalogue, product).flatMap((brand) => {
      const { body, fallback } = brand.fonts;
      const stack = openStack([body.semibold, ...fallback].map((file) => file.bytes));
      if (stack === undefined) return [];
      return product.languages.flatMap((language) =>
        checkProduct(catalogue, product, { brand, stack, language }),
      );
    }),
  );
}

type Dress = { readonly brand: Brand; readonly stack: FontStack; readonly language: string };

function checkProduct(
  catalogue: Catalogue,
  product: Product,
  { brand, stack, language }: Dress,
): Diagnostic[] {
  const signs = product.codes.codes.map((code) => code.sign);
  const { party: column } = chooseGeometry(product.parties.length, signs, catalogue.paper ?? brand.paper);
  const room = column.width - (column.slots?.gutter ?? 0);
  const { size } = styleSheet(brand).party.style;
  return product.parties.flatMap((party) => {
    const label = labelOf(catalogue, product, party, language);
    const wide = label?.split(/[\s\u00ad-]+/u).find((word) => widthIn(stack, word, size) > room);
    if (label === undefined || wide === undefined) return [];
    return [
      error(
        'party-label',
        (party.short ?? party.name).place,
        `The label '${label}' does not fit its column in '${language}': '${wide}' is ${Math.ceil(widthIn(stack, wide, size))} points wide, the column has ${Math.floor(room)}.`,
        {
          hints: [`Give the party '${party.id}' a shorter label under \`short:\`, and translate that.`],
          scope: { product: product.id, language, brand: brand.id },
        },
      ),
    ];
  });
}

function labelOf(catalogue: Catalogue, product: Product, party: Party, language: string): string | undefined {
  const memory = catalogue.translations.get(language);
  return translate(party.short ?? party.name, language, memory, product.id)?.text;
}
