import type { Catalogue, Code, Product } from '../model.ts';
import { translate } from '../translations.ts';
import type { Finding, Rule } from './rule.ts';

/** A code that means in one product what it does not mean in the others. */
export const legendDiffers: Rule = {
  id: 'legend-differs',
  severity: 'warning',
  asks: 'A code means the same in all products.',
  why: 'Who signs two annexes reads one legend and takes it for both.',
  example: {
    file: 'product.yaml',
    broken:
      'codes: [{sign: R, role: responsible, meaning: decides}, {sign: A, role: accountable}, {sign: I, role: informed}]',
    mended: 'codes: RACI',
  },
  *check(catalogue) {
    const meanings = new Map<string, Map<string, Holder[]>>();
    for (const product of catalogue.products) {
      for (const code of product.codes.codes) {
        const bySaid = meanings.get(code.sign) ?? new Map<string, Holder[]>();
        meanings.set(code.sign, bySaid);
        const said = sayCode(catalogue, product, code);
        if (said === undefined) continue;
        const holders = bySaid.get(said);
        if (holders === undefined) bySaid.set(said, [{ product, code, said }]);
        else holders.push({ product, code, said });
      }
    }
    for (const bySaid of meanings.values()) yield* minorities([...bySaid.values()]);
  },
};

type Holder = { readonly product: Product; readonly code: Code; readonly said: string };

/** All but the meaning that most products have; of equally many, but the last. */
function* minorities(camps: Holder[][]): Generator<Finding> {
  const [most, ...others] = camps.reverse().sort((a, b) => b.length - a.length);
  for (const { product, code, said } of others.flat()) {
    const model = most![0]!;
    yield {
      place: code.name.place,
      also: model.code.name.place,
      message: `The code ${code.sign} means '${said}' here and '${model.said}' in '${model.product.id}'.`,
      hints: ['Take the codes of annex.yaml, or give this code a sign of its own.'],
      scope: { product: product.id },
    };
  }
}

/** Name and meaning in the language of the workspace; nothing where they are not translated into it. */
function sayCode(catalogue: Catalogue, product: Product, { name, meaning }: Code): string | undefined {
  const memory = catalogue.translations.get(catalogue.language);
  const [said, meant] = [name, meaning].map(
    (text) => translate(text, catalogue.language, memory, product.id)?.text,
  );
  return said === undefined || meant === undefined ? undefined : `${said}: ${meant}`;
}
