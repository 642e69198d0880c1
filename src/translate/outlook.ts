import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { Tried } from '../scaffold/change.ts';
import type { OpenedLanguage } from './open.ts';
import { surveyUnits } from './survey.ts';

/** How many texts of a language are missing or stale in a workspace as a change leaves it. */
export function countRemaining({ value }: Tried, tag: string): number {
  if (value === undefined) return 0;
  return surveyUnits(value, tag).filter(({ state }) => state === 'missing' || state === 'stale').length;
}

/** What the rules find in the language that they did not find before; what is missing is counted apart. */
export function findNew({ tried, tag }: OpenedLanguage, after: Tried): LocatedDiagnostic[] {
  const key = ({ rule, place, message }: Diagnostic) => JSON.stringify([rule, place.file, message]);
  const before = new Set(tried.diagnostics.map(key));
  return after.locate(
    after.diagnostics.filter(
      (found) =>
        found.scope?.language === tag && found.rule !== 'translation-missing' && !before.has(key(found)),
    ),
  );
}
