import type { Catalogue, Text, TranslationRow } from '../model.ts';
import { isWording, textsOf } from '../texts.ts';
import { findRow } from '../translations.ts';
import type { Finding } from './rule.ts';

/** A text of a product and the row that translates it. */
export type Pair = {
  readonly text: Text;
  readonly row: TranslationRow;
  readonly language: string;
  readonly product: string;
};

/** Several rules ask for the pairs of one catalogue, which never changes. */
const known = new WeakMap<Catalogue, readonly Pair[]>();

/**
 * Every text of a product with its translation, once for each row that translates: a phrase of many products is one
 * pair. Words of the templates are not among them, nor what translates an older wording.
 */
export function pairsOf(catalogue: Catalogue): readonly Pair[] {
  const found = known.get(catalogue) ?? [...gatherPairs(catalogue)];
  known.set(catalogue, found);
  return found;
}

function* gatherPairs(catalogue: Catalogue): Generator<Pair> {
  const met = new Set<TranslationRow>();
  for (const product of catalogue.products) {
    const texts = [...textsOf(product)].map(({ text }) => text).filter((text) => !isWording(catalogue, text));
    for (const language of product.languages) {
      const memory = catalogue.translations.get(language);
      for (const text of memory === undefined ? [] : texts) {
        const found = text.language === language ? undefined : findRow(text, memory!, product.id);
        if (found === undefined || found.stale || met.has(found.row)) continue;
        met.add(found.row);
        yield { text, row: found.row, language, product: product.id };
      }
    }
  }
}

/** What a comparison says of a pair it finds fault with. */
export type Remark = { readonly message: string; readonly hints?: readonly string[] };

const advice = 'Correct the translation; accept the finding where the language says the same in another way.';

/** Holds every translation against its source. The pseudo-language, which nobody wrote, is never wrong. */
export function* findInPairs(
  catalogue: Catalogue,
  compare: (pair: Pair) => Remark | undefined,
): Generator<Finding> {
  for (const pair of pairsOf(catalogue)) {
    const { text, row, language, product } = pair;
    const remark = row.place === text.place ? undefined : compare(pair);
    if (remark === undefined) continue;
    const hints = [...(remark.hints ?? []), advice];
    const scope = { product, language, row: text.id };
    yield { place: row.place, also: text.place, message: remark.message, hints, scope };
  }
}

/** Looks at each source once: it stands beside its translation in every language. */
export function lookOnce<Seen>(look: (source: string) => Seen): (source: string) => Seen {
  const seen = new Map<string, { readonly seen: Seen }>();
  return (source) => {
    const known = seen.get(source) ?? { seen: look(source) };
    seen.set(source, known);
    return known.seen;
  };
}

/** Words between quotes, parted by commas. */
export function quote(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
