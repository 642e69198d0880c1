import { wordsOf } from '../../likeness/near.ts';
import { hasTerm } from '../signals/terms.ts';
import { findInPairs } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A term that is not translated as the glossary has it. */
export const termTranslation: Rule = {
  id: 'term-translation',
  severity: 'warning',
  asks: 'A term is translated as the glossary has it.',
  why: 'One term, one translation: a reader who meets another word looks for another thing.',
  example: {
    file: 'translations/de.csv',
    broken: ',Choose a domain name,Eine Domäne wählen,reviewed',
    mended: ',Choose a domain name,Einen Domainnamen wählen,reviewed',
  },
  *check(catalogue) {
    const entries = catalogue.glossary.filter(({ term, use }) => term !== undefined && use !== undefined);
    if (entries.length === 0) return;
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      if (text.language !== catalogue.language) return undefined;
      const own = entries.filter((entry) => entry.language === language);
      if (own.length === 0) return undefined;
      const [source, translation] = [wordsOf(text.source), wordsOf(row.text)];
      const missed = own.find(({ term, use }) => hasTerm(source, term!) && !hasTerm(translation, use!));
      if (missed === undefined) return undefined;
      return {
        message: `The glossary says '${missed.use!.name}' for '${missed.term!.name}' in '${language}'; the text has another word.`,
      };
    });
  },
};
