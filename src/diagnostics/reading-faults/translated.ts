import { error, type FaultGroup, warning } from './fault.ts';

/** What can be wrong with a file that a translator sends back. */
export const translatedFaults: readonly FaultGroup[] = [
  {
    title: 'Files from translators',
    faults: [
      error(
        'translated-file',
        'The file is no XLIFF, is damaged, or is larger than any is.',
        'Ask for it in the format in which it was sent.',
      ),
      error(
        'translated-language',
        'The file does not say into which language it translates, or says another than was asked for.',
        'Name the language with `--language`, or take the right file.',
      ),
      warning(
        'translated-status',
        'The status of a row is none; it is taken for `machine`.',
        'Write `reviewed` or `machine`.',
      ),
      warning(
        'translated-unknown',
        'A translation is of a text that the workspace does not have.',
        'Where the text was reworded, export it again.',
      ),
      warning(
        'translated-source',
        'A translation is of what a text said before it was reworded.',
        'Run `annex translate export` again.',
      ),
      warning(
        'translated-meanwhile',
        'A text was translated in the workspace after the file was made; the workspace keeps its own.',
        'Choose one of the two, and write it in the workspace.',
      ),
      warning(
        'translated-twice',
        'A file translates a text twice, differently; the first is taken.',
        'Correct the workspace where the other is right.',
      ),
      warning(
        'translated-code',
        'A translation holds codes of a translation tool, which stand for no text.',
        'Let the tool treat the text as plain.',
      ),
    ],
  },
];
