import type { Catalogue, Code, Product } from '../catalogue/model.ts';
import { translate } from '../catalogue/translations.ts';
import { type Diagnostic, note } from '../diagnostics/diagnostic.ts';
import { wordsOf } from '../likeness/near.ts';
import { placeOf, quote } from './findings.ts';
import type { LegendEntry } from './found.ts';
import type { JoinedMatrix } from './joined.ts';

/**
 * Says where a page explains its codes in other words than the documents of its product will: a legend is signed with
 * the rest, and an import brings rows alone. One finding, at the first code that reads otherwise.
 */
export function compareLegend(
  { legend, pages }: JoinedMatrix,
  product: Product,
  { translations }: Pick<Catalogue, 'translations'>,
  language: string,
): Diagnostic[] {
  const memory = translations.get(language);
  const say = (text: Code['name']) => translate(text, language, memory, product.id)?.text;
  const others = legend.flatMap((entry) => {
    const code = product.codes.codes.find(({ sign }) => sign === entry.sign);
    const [name, meaning] = [code && say(code.name), code && say(code.meaning)];
    if (code === undefined || name === undefined || meaning === undefined) return [];
    return saysTheSame(entry, name, meaning) ? [] : [{ entry, code, printed: `${name}: ${meaning}` }];
  });
  const [first, ...rest] = others;
  if (first === undefined) return [];
  const { entry, code, printed } = first;
  const more = rest.length === 0 ? '' : ` So it is with ${rest.map((other) => other.entry.sign).join(', ')}.`;
  return [
    note(
      'import-legend',
      placeOf(pages[0]!.file, entry.line),
      `The page explains ${entry.sign} as ${quote(entry.meaning)}, and the documents will as ${quote(printed)}.${more}`,
      {
        hints: ['To keep the words of the page, write them under codes: of product.yaml.'],
        also: code.meaning.place,
        scope: { product: product.id },
      },
    ),
  ];
}

/** Whether a page says what is printed: name and meaning, or one of the two, whatever the typography. */
function saysTheSame({ meaning: said }: LegendEntry, name: string, meaning: string): boolean {
  const wordsIn = (text: string) => wordsOf(text).join(' ');
  return [`${name} ${meaning}`, meaning, name].some((printed) => wordsIn(printed) === wordsIn(said));
}
