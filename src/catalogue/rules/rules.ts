import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Catalogue } from '../model.ts';
import { accountableMissing } from './accountable-missing.ts';
import { accountableSeveral } from './accountable-several.ts';
import { activityOvertyped } from './activity-overtyped.ts';
import { activityRepeated } from './activity-repeated.ts';
import { codeMissing } from './code-missing.ts';
import { codesOdd } from './codes-odd.ts';
import { glyphMissing } from './glyph-missing.ts';
import { legendDiffers } from './legend-differs.ts';
import { partyIdle } from './party-idle.ts';
import { responsibleMissing } from './responsible-missing.ts';
import type { Finding, Rule } from './rule.ts';
import { sectionGap } from './section-gap.ts';
import { sectionParent } from './section-parent.ts';
import { siblingOwner } from './sibling-owner.ts';
import { termAvoided } from './term-avoided.ts';
import { termTranslation } from './term-translation.ts';
import { textCharacters } from './text-characters.ts';
import { textEmpty } from './text-empty.ts';
import { textLong } from './text-long.ts';
import { textUnfinished } from './text-unfinished.ts';
import { translationAcronyms } from './translation-acronyms.ts';
import { translationFigures } from './translation-figures.ts';
import { translationLists } from './translation-lists.ts';
import { translationMissing } from './translation-missing.ts';
import { translationNegation } from './translation-negation.ts';
import { translationOrphaned } from './translation-orphaned.ts';
import { translationParentheses } from './translation-parentheses.ts';
import { translationPlaceholder } from './translation-placeholder.ts';
import { translationSame } from './translation-same.ts';
import { translationStale } from './translation-stale.ts';

/** All rules, in the order in which they are documented. */
export const rules: readonly Rule[] = [
  codeMissing,
  responsibleMissing,
  accountableMissing,
  accountableSeveral,
  codesOdd,
  partyIdle,
  siblingOwner,
  legendDiffers,
  activityRepeated,
  activityOvertyped,
  sectionGap,
  sectionParent,
  textEmpty,
  textUnfinished,
  textCharacters,
  textLong,
  glyphMissing,
  termAvoided,
  termTranslation,
  translationMissing,
  translationStale,
  translationOrphaned,
  translationPlaceholder,
  translationSame,
  translationFigures,
  translationAcronyms,
  translationParentheses,
  translationLists,
  translationNegation,
];

/**
 * Everything the rules find. One that is off until it is asked for, and that nobody asks for, is not held against.
 *
 * @param languages of which findings are asked for, beside those that speak of no language; empty where of all. A rule with
 *   findings that somebody accepted is held against all, for an acceptance that meets nothing is a finding itself.
 */
export function applyRules(checked: Catalogue, languages: readonly string[] = []): Diagnostic[] {
  // One of their own: what rules note of a catalogue for each other goes with it.
  const catalogue = { ...checked };
  const judgements = [catalogue.judgement, ...catalogue.products.map(({ judgement }) => judgement)];
  const asked = new Set(judgements.flatMap((judgement) => Object.keys(judgement.rules)));
  const accepted = new Set(judgements.flatMap((judgement) => judgement.accept.map(({ rule }) => rule)));
  const narrowed = languages.length === 0 ? catalogue : inLanguages(catalogue, new Set(languages));
  return rules
    .filter(({ id, severity }) => severity !== 'off' || asked.has(id))
    .flatMap((rule) =>
      [...rule.check(accepted.has(rule.id) ? catalogue : narrowed)].map((finding) =>
        diagnosticOf(rule, finding),
      ),
    );
}

/** The catalogue as if no other languages were spoken; the workspace's own stays, in which products are compared. */
function inLanguages(catalogue: Catalogue, asked: ReadonlySet<string>): Catalogue {
  const { languages, products, shelves, translations, language: own } = catalogue;
  const narrow = <T extends { readonly languages: readonly string[] }>(one: T): T => ({
    ...one,
    languages: one.languages.filter((tag) => asked.has(tag)),
  });
  return {
    ...catalogue,
    languages: languages.filter((tag) => asked.has(tag)),
    products: products.map(narrow),
    shelves: new Map(
      [...shelves].map(([id, shelf]) => [id, { ...shelf, released: shelf.released.map(narrow) }]),
    ),
    translations: new Map([...translations].filter(([tag]) => asked.has(tag) || tag === own)),
  };
}

function diagnosticOf({ id, severity }: Rule, { hints = [], ...finding }: Finding): Diagnostic {
  return { rule: id, severity: severity === 'off' ? 'warning' : severity, hints, ...finding };
}
