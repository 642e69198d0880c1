import { type FontStack, missingGlyphs, openStack } from '../../fonts/stack.ts';
import { brandsOf } from '../brands.ts';
import type { Brand, Catalogue, Product, Text } from '../model.ts';
import { shorten, textsOf } from '../texts.ts';
import { translate } from '../translations.ts';
import type { Finding, Rule } from './rule.ts';
import { isForbidden } from './text-characters.ts';

/** A character that a font of the brand does not have. */
export const glyphMissing: Rule = {
  id: 'glyph-missing',
  severity: 'error',
  asks: 'The fonts of the brand can show every character of every text.',
  why: 'A missing character prints as an empty box, in a contract.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service ☂,,I,RA',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const brand of brandsOf(catalogue, product)) {
        const fonts = stacksOf(brand);
        yield* uncoveredSigns(product, brand, fonts);
        for (const language of product.languages) {
          yield* uncoveredTexts(catalogue, product, { brand, fonts, language });
        }
      }
    }
  },
};

type Dress = { readonly brand: Brand; readonly fonts: readonly FontStack[]; readonly language: string };

function* uncoveredTexts(
  catalogue: Catalogue,
  product: Product,
  { brand, fonts, language }: Dress,
): Generator<Finding> {
  const memory = catalogue.translations.get(language);
  const texts = new Set<Text>([
    ...[...textsOf(product)].map(({ text }) => text),
    ...catalogue.wording.values(),
  ]);
  for (const text of texts) {
    const translated = translate(text, language, memory, product.id);
    const lacking = translated === undefined ? [] : lackingIn(fonts, translated.text);
    if (translated === undefined || lacking.length === 0) continue;
    const where = language === text.language ? '' : ` (in '${language}')`;
    yield {
      ...uncovered(text.place, brand, lacking, `'${shorten(translated.text)}'${where}`),
      scope: { product: product.id, language, brand: brand.id, row: text.id },
    };
  }
}

/** What is printed in every language as it stands: the signs of the codes, the brand's name and footer. */
function* uncoveredSigns(product: Product, brand: Brand, fonts: readonly FontStack[]): Generator<Finding> {
  const printed = [
    ...product.codes.codes.map(({ sign, name }) => ({ text: sign, place: name.place })),
    { text: `${brand.name} ${brand.footer ?? ''}`.trim(), place: brand.place },
  ];
  for (const { text, place } of printed) {
    const lacking = lackingIn(fonts, text);
    if (lacking.length === 0) continue;
    const scope = { product: product.id, brand: brand.id };
    yield { ...uncovered(place, brand, lacking, `'${shorten(text)}'`), scope };
  }
}

function uncovered(
  place: Finding['place'],
  brand: Brand,
  lacking: readonly string[],
  where: string,
): Finding {
  return {
    place,
    message: `The fonts of brand '${brand.id}' have no ${lacking.map(describe).join(', ')}: ${where}.`,
    hints: [
      'Use a character that the fonts have, or name a font that has this one under `fonts.fallback` in brand.yaml.',
    ],
  };
}

/** The characters that no font has, in some face or weight. */
function lackingIn(fonts: readonly FontStack[], text: string): string[] {
  const lacking = new Set(fonts.flatMap((stack) => missingGlyphs(stack, text)));
  return [...lacking].filter((character) => !isForbidden(character));
}

/** Each face in each weight, with the fonts that stand in for it. */
function stacksOf({ fonts }: Brand): FontStack[] {
  return [fonts.body, fonts.heading]
    .flatMap((family) => [family.regular, family.semibold])
    .map((face) => openStack([face, ...fonts.fallback].map((file) => file.bytes)))
    .filter((stack) => stack !== undefined);
}

function describe(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `'${character}' (U+${code})`;
}
