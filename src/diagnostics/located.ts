import type { Diagnostic } from './diagnostic.ts';
import type { FilePlace, TextPlace } from './place.ts';

/** A diagnostic whose place has been found in the text of its file. */
export type LocatedDiagnostic = Omit<Diagnostic, 'place' | 'also'> & {
  readonly place: FilePlace | TextPlace;
  readonly also?: FilePlace | TextPlace;
  /** The line of the source, for printing with a caret. */
  readonly sourceLine?: string;
};

/** `data/products/x/matrix.csv:14:23`, or the file alone. */
export function printPlace(place: FilePlace | TextPlace): string {
  return 'line' in place ? `${place.file}:${place.line}:${place.column}` : place.file;
}

/** By file, line, column, rule: the order in which a reader mends. Ties keep their order. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): LocatedDiagnostic[] {
  const line = (d: LocatedDiagnostic) => ('line' in d.place ? d.place.line : 0);
  const column = (d: LocatedDiagnostic) => ('line' in d.place ? d.place.column : 0);
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      line(a) - line(b) ||
      column(a) - column(b) ||
      compare(a.rule, b.rule),
  );
}

/** By code unit: the machine's locale must never reach the output. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
