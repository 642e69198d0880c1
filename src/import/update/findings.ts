import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { placeOf, quote } from '../findings.ts';
import type { Comparison } from '../language/compare.ts';

/** Texts that the page has in other words than the matrix. */
export function rewordings({ product, joined, matches }: Comparison): Diagnostic[] {
  return matches.flatMap(({ activity, row, isSure }) => {
    const { text, note } = product.activities[activity]!;
    const found = joined.rows[row]!;
    if (!isSure) return [];
    const pairs = [
      [text, found.activity],
      [note, found.note],
    ] as const;
    return pairs.flatMap(([own, said]) => {
      if (own === undefined || said === undefined || own.source === said) return [];
      const message = `${quote(own.source)} is ${quote(said)} on the page.`;
      const hints = ['To let the page change the matrix: --accept.'];
      return [
        warning('import-text-differs', own.place, message, { hints, also: placeOf(found.file, found.line) }),
      ];
    });
  });
}
