import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import { compareEditions, introduceEdition, withdrawEdition } from './compare.ts';
import { commonLanguage, hasLanguage } from './language.ts';
import type { Match } from './match-products.ts';
import type { ProductDiff } from './product-diff.ts';
import type { ComparableEdition } from './states/state.ts';

/**
 * Compares a product in two states. There is no value where they have no language in common, or not the one that was
 * asked for.
 *
 * @param file what a finding names
 */
export function compareStates(
  { old, now }: Match,
  file: string,
  language: string | undefined,
): Checked<ProductDiff> {
  if (old === undefined) return checked(introduceEdition(now!.edition, { language }));
  if (now === undefined) return checked(withdrawEdition(old.edition, { language }));
  const spoken = language ?? commonLanguage(old.edition, now.edition);
  const lacks = [old, now].find(({ edition }) => spoken === undefined || !hasLanguage(edition, spoken));
  if (lacks !== undefined) return failed(noLanguage(file, language, lacks.edition));
  const hasIds = old.hasIds && now.hasIds;
  const diff = compareEditions(old.edition, now.edition, {
    language: spoken,
    hasIds,
    unread: { old: old.unread, now: now.unread },
  });
  // A page goes by the name of its file, and a product by that of its own.
  const { product } = (old.hasIds && !now.hasIds ? old : now).edition;
  const lacking = [old, now].flatMap(({ edition }) => untranslated(file, edition, diff.language));
  return checked({ ...diff, product }, isUnlike(diff, hasIds) ? [...lacking, unlike(file)] : lacking);
}

/** Activities that no translation has reached stand in a comparison, and in its change annex, as they were written. */
function untranslated(file: string, { edition, activities }: ComparableEdition, language: string) {
  const clauses = activities
    .filter(({ activity }) => activity[language] === undefined)
    .map(({ clause }) => clause);
  if (clauses.length === 0) return [];
  const [count, have] =
    clauses.length === 1 ? ['1 activity', 'has'] : [`${clauses.length} activities`, 'have'];
  const named = `${clauses.slice(0, 5).join(', ')}${clauses.length > 5 ? ' and others' : ''}`;
  return [
    warning(
      'diff-untranslated',
      { file },
      `${count} of edition ${edition} ${have} no text in '${language}': ${named}.`,
      { hints: ['What was written in another language is shown in that. Translate it first.'] },
    ),
  ];
}

/**
 * Whether two editions have so little in common that they may be in two languages, or of two products. Where ids do not
 * tell, only what reads the same counts: two languages share words enough to be taken for rewordings.
 */
function isUnlike({ activities }: ProductDiff, hasIds: boolean): boolean {
  const shared = activities.filter(({ old, now, wording }) => old && now && (hasIds || !wording)).length;
  const counts = (['old', 'now'] as const).map((when) => activities.filter((one) => one[when]).length);
  return Math.min(...counts) > 4 && shared < Math.min(...counts) / 10;
}

function unlike(file: string) {
  return warning('diff-unlike', { file }, 'Hardly an activity of the one stands in the other as it is.', {
    hints: ['Are both in the same language, and of the same product?'],
  });
}

function noLanguage(file: string, wanted: string | undefined, { product, languages }: ComparableEdition) {
  const message =
    wanted === undefined
      ? `The two of '${product}' have no language in common, in which their texts could be compared.`
      : `One of the two of '${product}' has no text in '${wanted}'.`;
  return error('diff-language', { file }, message, { hints: [`It was made in ${languages.join(', ')}.`] });
}
