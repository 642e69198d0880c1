import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Catalogue } from '../model.ts';
import { accountableMissing } from './accountable-missing.ts';
import { accountableSeveral } from './accountable-several.ts';
import { codeMissing } from './code-missing.ts';
import { glyphMissing } from './glyph-missing.ts';
import { responsibleMissing } from './responsible-missing.ts';
import type { Rule } from './rule.ts';
import { sectionGap } from './section-gap.ts';
import { textCharacters } from './text-characters.ts';
import { textEmpty } from './text-empty.ts';
import { textLong } from './text-long.ts';
import { translationMissing } from './translation-missing.ts';
import { translationOrphaned } from './translation-orphaned.ts';
import { translationPlaceholder } from './translation-placeholder.ts';
import { translationStale } from './translation-stale.ts';

/** All rules, in the order in which they are documented. */
export const rules: readonly Rule[] = [
  codeMissing,
  responsibleMissing,
  accountableMissing,
  accountableSeveral,
  textEmpty,
  textCharacters,
  textLong,
  glyphMissing,
  sectionGap,
  translationMissing,
  translationStale,
  translationOrphaned,
  translationPlaceholder,
];

/** Everything the rules find, at their default severity. */
export function applyRules(catalogue: Catalogue): Diagnostic[] {
  return rules.flatMap((rule) =>
    [...rule.check(catalogue)].map(({ hints = [], ...finding }) => ({
      rule: rule.id,
      severity: rule.severity,
      hints,
      ...finding,
    })),
  );
}
