import { wordsOf } from '../../likeness/near.ts';
import type { GlossaryEntry } from '../glossary.ts';
import type { Catalogue } from '../model.ts';
import { hasTerm } from '../signals/terms.ts';
import type { Rule } from './rule.ts';
import { scopeOf, writtenIn } from './written.ts';

/** A word that the glossary forbids. */
export const termAvoided: Rule = {
  id: 'term-avoided',
  severity: 'warning',
  asks: 'No text has a word that the glossary says to avoid.',
  why: 'Two words for one thing read as two things in a contract.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Renew the SSL certificate,,I,RA',
    mended: 'backup,use,Renew the TLS certificate,,I,RA',
  },
  *check(catalogue) {
    const byLanguage = avoidedIn(catalogue);
    if (byLanguage.size === 0) return;
    for (const written of writtenIn(catalogue)) {
      const { text, language, place } = written;
      const words = wordsOf(text);
      for (const { avoid, use, place: also } of byLanguage.get(language) ?? []) {
        if (!hasTerm(words, avoid!)) continue;
        yield {
          place,
          also,
          message: `The glossary says to avoid '${avoid!.name}'.`,
          hints: use === undefined ? [] : [`It says '${use.name}' instead.`],
          scope: scopeOf(written),
        };
      }
    }
  },
};

function avoidedIn({ glossary }: Catalogue): Map<string, GlossaryEntry[]> {
  const byLanguage = new Map<string, GlossaryEntry[]>();
  for (const entry of glossary.filter(({ avoid }) => avoid !== undefined))
    byLanguage.set(entry.language, [...(byLanguage.get(entry.language) ?? []), entry]);
  return byLanguage;
}
