import { missingGlyphs } from '../../fonts/coverage.ts';
import { openFont } from '../../fonts/font.ts';
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
      const brand = catalogue.brands.get(product.brand);
      if (brand === undefined) continue;
      for (const language of product.languages) yield* uncovered(catalogue, product, brand, language);
    }
  },
};

function* uncovered(
  catalogue: Catalogue,
  product: Product,
  brand: Brand,
  language: string,
): Generator<Finding> {
  const memory = catalogue.translations.get(language);
  const texts = new Set<Text>([
    ...[...textsOf(product)].map(({ text }) => text),
    ...catalogue.wording.values(),
  ]);
  const fonts = fontsOf(brand);
  for (const text of texts) {
    const translated = translate(text, language, memory, product.id);
    if (translated === undefined) continue;
    const lacking = new Set(fonts.flatMap((font) => missingGlyphs(font, translated.text)));
    const absent = [...lacking].filter((character) => !isForbidden(character));
    if (absent.length === 0) continue;
    yield {
      place: text.place,
      message: `The fonts of brand '${brand.id}' have no ${absent.map(describe).join(', ')}: '${shorten(translated.text)}'${language === text.language ? '' : ` (in '${language}')`}.`,
      hints: ['Use a character that the fonts have, or give the brand fonts that have this one.'],
      scope: { product: product.id, language, row: text.id },
    };
  }
}

function fontsOf(brand: Brand) {
  const files = [brand.fonts.body, brand.fonts.heading].flatMap((family) => [
    family.regular,
    family.semibold,
  ]);
  return files
    .map((file) => openFont(file.bytes))
    .flatMap((opened) => ('font' in opened ? [opened.font] : []));
}

function describe(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `'${character}' (U+${code})`;
}
