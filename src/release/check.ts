import type { Catalogue, Product } from '../catalogue/model.ts';
import type { Finding } from '../catalogue/rules/rule.ts';
import { translationMissing } from '../catalogue/rules/translation-missing.ts';
import { translationStale } from '../catalogue/rules/translation-stale.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { compareEditionAges } from '../edition/order.ts';

/**
 * What keeps an edition from being released beside the errors of its workspace: texts that a language lacks, or has
 * in an older wording. Neither a milder severity nor an acceptance helps here: the next reader of them signs.
 * Machine text does not stand in the way, for every document that holds it says so and names the text that prevails.
 */
export function findUnfinished(catalogue: Catalogue, product: Product): Diagnostic[] {
  const concerns = ({ scope }: Finding) =>
    (scope?.product === undefined || scope.product === product.id) &&
    (scope?.language === undefined || product.languages.includes(scope.language));
  return [translationMissing, translationStale].flatMap(({ id, check }) =>
    [...check(catalogue)].filter(concerns).map((finding) => ({
      ...finding,
      rule: id,
      severity: 'error' as const,
      hints: finding.hints ?? [],
    })),
  );
}

/** An edition that would take its place before one that was released already. */
export function findDisorder(product: Product): Diagnostic[] {
  const newest = product.released.at(-1);
  const { edition, updated, place, id } = product;
  if (newest === undefined || compareEditionAges({ edition, date: updated }, newest) > 0) return [];
  return [
    error(
      'release-order',
      place,
      `Edition ${edition} of ${updated} would come before edition ${newest.edition} of ${newest.date}, which is released.`,
      { hints: ['Set updated to the day from which the edition is in effect.'], scope: { product: id } },
    ),
  ];
}
