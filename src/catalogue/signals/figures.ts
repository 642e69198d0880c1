import { compareSets, none, type Signal } from './signal.ts';

/** The figures of a text. */
export type Figures = {
  /** Whether any is written in digits that stand on the line, and not as `²` alone. */
  readonly some: boolean;
  /** As they are written, by their digits: `1,000` and `1 000` are the same, and how often one stands does not matter. */
  readonly written: ReadonlyMap<string, string>;
};

const noFigures: Figures = { some: false, written: new Map() };

// Digits, with what languages put between them: 1,000.5, 1 000,5 (with spaces that do not break), 10:30, 3.1.2.
const figure = /\p{Nd}+(?:[.,:'’\u00a0\u202f]\p{Nd}+)*/gu;

/** Where digits and spaces of other forms stand, such as `²`, `１` and spaces that do not break. */
const hasOtherForms = /[\u00a0-\u00bf\u2000-\uffff]/;

/** The figures of a text. */
export function figuresIn(text: string): Figures {
  if (!/\p{N}/u.test(text)) return noFigures;
  const plain = hasOtherForms.test(text) ? text.normalize('NFKC') : text;
  const found = plain.replace(/(?<=\p{Nd}) (?=\p{Nd}{3}(?!\p{Nd}))/gu, '').match(figure) ?? [];
  const written = new Map(found.map((one) => [one.replace(/\P{Nd}/gu, ''), one]));
  return { some: /\p{Nd}/u.test(text), written };
}

/** The figures that one side alone has. */
export function compareFigures(source: Figures, translation: Figures): Signal {
  return source.some || translation.some ? compareSets(source.written, translation.written) : none;
}
