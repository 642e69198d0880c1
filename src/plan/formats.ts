import type { Catalogue } from '../catalogue/model.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';

/** Formats that annex.yaml asks for and nobody makes. */
export function checkFormats(catalogue: Catalogue, known: readonly string[]): Diagnostic[] {
  return catalogue.formats.flatMap((format, i) =>
    known.includes(format)
      ? []
      : [
          error('format-unknown', catalogue.placeOfFormat(i), `There is no format '${format}'.`, {
            hints: didYouMean(format, known),
          }),
        ],
  );
}
