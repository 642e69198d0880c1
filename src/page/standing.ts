import type { Edition } from '../edition/edition.ts';
import { ownTextsOf } from '../edition/texts.ts';
import type { ToldStanding } from './told.ts';

/** How far the text of an edition can be trusted in a language. */
export function standingIn(edition: Edition, language: string): ToldStanding {
  if (language === edition.language) return 'original';
  const found = new Set(ownTextsOf(edition).map((texts) => texts[language]?.status));
  if (found.has('stale')) return 'stale';
  return found.has('machine') ? 'machine' : 'reviewed';
}
