import { error, type FaultGroup, warning } from './fault.ts';

/** What can keep two editions from being compared. */
export const comparedFaults: readonly FaultGroup[] = [
  {
    title: 'Comparing editions',
    faults: [
      error(
        'diff-language',
        'Two editions have no text in the same language, or not in the one that was asked for.',
        'Name a language that both have by `--language`, or translate the newer one.',
      ),
      error(
        'diff-words',
        'There are no words in the language of a change annex.',
        'Name another language by `--language`, or a workspace that is made in this one by `--workspace`.',
      ),
      warning(
        'diff-untranslated',
        'Activities have no text in the language of the comparison, and are shown as they were written.',
        'Translate them before a change annex in that language is signed.',
      ),
      warning(
        'diff-unlike',
        'Two editions have hardly an activity in common.',
        'Compare what is of one product and in one language: a page may have been translated from one version to the next.',
      ),
    ],
  },
];
