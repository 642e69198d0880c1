import { compareSets, none, type Signal } from './signal.ts';

const anyFigure = /\p{Nd}/u;

// Digits, with what languages put between them: 1,000.5, 1 000,5 (with spaces that do not break), 10:30, 3.1.2.
const figure = /\p{Nd}+(?:[.,:'’\u00a0\u202f]\p{Nd}+)*/gu;

/** The figures that one side alone has; `1,000` and `1 000` are the same, and how often one stands does not matter. */
export function compareFigures(source: string, translation: string): Signal {
  if (!anyFigure.test(source) && !anyFigure.test(translation)) return none;
  return compareSets(figuresIn(source), figuresIn(translation));
}

function figuresIn(text: string): Map<string, string> {
  const found =
    text
      .normalize('NFKC')
      .replace(/(?<=\p{Nd}) (?=\p{Nd}{3}(?!\p{Nd}))/gu, '')
      .match(figure) ?? [];
  return new Map(found.map((written) => [written.replace(/\P{Nd}/gu, ''), written]));
}
