import { findNegation } from '../signals/negations.ts';
import { findInPairs, lookOnce } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation that negates what its source does not, or the other way round. */
export const translationNegation: Rule = {
  id: 'translation-negation',
  severity: 'warning',
  asks: 'A translation negates where its source does.',
  why: 'A lost “not” turns a duty into its opposite.',
  example: {
    file: 'translations/de.csv',
    broken: ',Keep backups that are not encrypted,Sicherungen aufbewahren,reviewed',
    mended: ',Keep backups that are not encrypted,Nicht verschlüsselte Sicherungen aufbewahren,reviewed',
  },
  *check(catalogue) {
    const { negations } = catalogue;
    const negationIn = new Map(
      [...negations].map(([language, words]) => [
        language,
        lookOnce((source) => findNegation(source, words)),
      ]),
    );
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      const [ours, theirs] = [negationIn.get(text.language), negations.get(language)];
      if (ours === undefined || theirs === undefined) return undefined;
      const [source, translation] = [ours(text.source), findNegation(row.text, theirs)];
      if ((source === undefined) === (translation === undefined)) return undefined;
      const message =
        translation === undefined
          ? `The source says '${source}', and the '${language}' text negates nothing.`
          : `The '${language}' text says '${translation}', and its source negates nothing.`;
      return { message, hints: ['The words that negate in a language stand in data/negations.csv.'] };
    });
  },
};
