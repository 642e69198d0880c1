import type { Edition } from '../../edition/edition.ts';
import { textsOfEdition } from '../../edition/texts.ts';
import { type FontStack, missingGlyphs, openStack } from '../../fonts/stack.ts';
import { brandsOf } from '../brands.ts';
import { releasedPath } from '../editions/released.ts';
import type { Brand, Catalogue, Product, Text } from '../model.ts';
import { productsFolder } from '../products.ts';
import { isWording, shorten, textsOf } from '../texts.ts';
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
    const dresses = new Map<Brand, Coverage>();
    for (const product of catalogue.products) {
      for (const brand of brandsOf(catalogue, product)) {
        const coverage = dresses.get(brand) ?? new Coverage(brand);
        dresses.set(brand, coverage);
        yield* uncoveredSigns(product, coverage);
        for (const language of product.languages)
          yield* uncoveredTexts(catalogue, product, coverage, language);
      }
    }
    for (const shelf of catalogue.shelves.values()) {
      for (const brand of brandsOf(catalogue, shelf)) {
        const coverage = dresses.get(brand) ?? new Coverage(brand);
        dresses.set(brand, coverage);
        for (const edition of shelf.released) yield* uncoveredRelease(catalogue, edition, coverage);
      }
    }
  },
};

/** What was released wears the brand of today: one finding for each language that this brand has no letters for. */
function* uncoveredRelease(catalogue: Catalogue, released: Edition, coverage: Coverage): Generator<Finding> {
  const { product, edition, languages } = released;
  const { brand } = coverage;
  const texts = textsOfEdition(released);
  for (const language of languages) {
    const unshown = [
      ...texts
        .map((text) => text[language]?.text ?? '')
        .map((said) => ({ said, lacking: coverage.lackingIn(said) })),
      ...coverage.lackingInWords(catalogue, language),
    ].filter(({ lacking }) => lacking.length > 0);
    const [first] = unshown;
    if (first === undefined) continue;
    const lacking = [...new Set(unshown.flatMap((one) => one.lacking))];
    const where = `'${shorten(first.said)}' (in '${language}', as released in edition ${edition})`;
    yield {
      ...uncovered({ file: releasedPath(`${productsFolder}/${product}`, edition) }, brand, lacking, where),
      hints: ['Name a font that has it under `fonts.fallback` in brand.yaml.'],
      scope: { product, language, brand: brand.id, edition },
    };
  }
}

function* uncoveredTexts(
  catalogue: Catalogue,
  product: Product,
  coverage: Coverage,
  language: string,
): Generator<Finding> {
  const own = textsOf(product)
    .map(({ text }) => text)
    .filter((text) => !isWording(catalogue, text));
  const { brand } = coverage;
  for (const { text, said, lacking } of [
    ...coverage.lackingInWords(catalogue, language),
    ...unshownIn(new Set(own), catalogue, language, coverage, product.id),
  ]) {
    const where = language === text.language ? '' : ` (in '${language}')`;
    yield {
      ...uncovered(text.place, brand, lacking, `'${shorten(said)}'${where}`),
      scope: { product: product.id, language, brand: brand.id, row: text.id },
    };
  }
}

/** A text that cannot be shown, in the words of a language. */
type Unshown = { readonly text: Text; readonly said: string; readonly lacking: readonly string[] };

function unshownIn(
  texts: Iterable<Text>,
  catalogue: Catalogue,
  language: string,
  coverage: Coverage,
  product?: string,
): Unshown[] {
  const memory = catalogue.translations.get(language);
  const unshown: Unshown[] = [];
  for (const text of texts) {
    const said = translate(text, language, memory, product)?.text;
    const lacking = said === undefined ? [] : coverage.lackingIn(said);
    if (said !== undefined && lacking.length > 0) unshown.push({ text, said, lacking });
  }
  return unshown;
}

/** What is printed in every language as it stands: the signs of the codes, the brand's name and footer. */
function* uncoveredSigns(product: Product, coverage: Coverage): Generator<Finding> {
  const { brand } = coverage;
  const printed = [
    ...product.codes.codes.map(({ sign, name }) => ({ text: sign, place: name.place })),
    { text: `${brand.name} ${brand.footer ?? ''}`.trim(), place: brand.place },
  ];
  for (const { text, place } of printed) {
    const lacking = coverage.lackingIn(text);
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
    message: `The fonts of brand '${brand.id}' have no ${lacking.map(describeCharacter).join(', ')}: ${where}.`,
    hints: [
      'Use a character that the fonts have, or name a font that has this one under `fonts.fallback` in brand.yaml.',
    ],
  };
}

/** What the fonts of a brand can show. Most texts are written in characters that an earlier one has asked for. */
class Coverage {
  readonly brand: Brand;
  readonly #fonts: readonly FontStack[];
  /** By code unit: characters that every font shows by themselves. */
  readonly #shown = new Uint8Array(0x10000);

  /** By language: the words of the templates are the same in all products. */
  readonly #words = new Map<string, readonly Unshown[]>();

  constructor(brand: Brand) {
    this.brand = brand;
    this.#fonts = stacksOf(brand);
  }

  /** The characters that no font has, in some face or weight. */
  lackingIn(text: string): string[] {
    if (this.#isShown(text)) return [];
    const lacking = new Set(this.#fonts.flatMap((stack) => missingGlyphs(stack, text)));
    if (lacking.size === 0) this.#remember(text);
    return [...lacking].filter((character) => !isForbidden(character));
  }

  lackingInWords(catalogue: Catalogue, language: string): readonly Unshown[] {
    const known =
      this.#words.get(language) ?? unshownIn(catalogue.wording.values(), catalogue, language, this);
    this.#words.set(language, known);
    return known;
  }

  #isShown(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.#shown[text.charCodeAt(i)] === 0) return false;
    return true;
  }

  /** Not where marks stand on letters, for both must be in one font; nor what takes two code units. */
  #remember(text: string): void {
    if (/[\p{M}\p{Cs}\u{10000}-\u{10ffff}]/u.test(text)) return;
    for (let i = 0; i < text.length; i++) this.#shown[text.charCodeAt(i)] = 1;
  }
}

/** Each face in each weight, with the fonts that stand in for it. */
export function stacksOf({ fonts }: Brand): FontStack[] {
  return [fonts.body, fonts.heading]
    .flatMap((family) => [family.regular, family.semibold])
    .map((face) => openStack([face, ...fonts.fallback].map((file) => file.bytes)))
    .filter((stack) => stack !== undefined);
}

/** `'☂' (U+2602)`. */
export function describeCharacter(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `'${character}' (U+${code})`;
}
