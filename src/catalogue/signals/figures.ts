const anyFigure = /\p{Nd}/u;
const noFigures: ReadonlyMap<string, string> = new Map();

// Digits, with what languages put between them: 1,000.5, 1 000,5 (with spaces that do not break), 10:30, 3.1.2.
const figure = /\p{Nd}+(?:[.,:'’\u00a0\u202f]\p{Nd}+)*/gu;

/** The figures of a text as they are written, by their digits: `1,000` and `1 000` are the same, and how often one stands does not matter. */
export function figuresIn(text: string): ReadonlyMap<string, string> {
  if (!anyFigure.test(text)) return noFigures;
  const found =
    text
      .normalize('NFKC')
      .replace(/(?<=\p{Nd}) (?=\p{Nd}{3}(?!\p{Nd}))/gu, '')
      .match(figure) ?? [];
  return new Map(found.map((written) => [written.replace(/\P{Nd}/gu, ''), written]));
}
