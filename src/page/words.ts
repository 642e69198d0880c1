import type { ToldTexts } from './told.ts';

/** Words of documents that the page says too. */
const shared = [
  'language-name',
  'date-pattern',
  'date-pattern-first',
  'list-pattern',
  'edition-label',
  'fact-edition',
  'fact-updated',
  'fact-language',
  'fact-activities',
  'history-first',
  'history-none',
  'change-parties',
  'change-legend',
  'change-headings',
  'change-notes',
  'change-earlier',
  'kind-added',
  'kind-removed',
  'kind-moved',
  'kind-reworded',
  'kind-renumbered',
  'draft-mark',
  'draft-notice',
  'machine-mark',
  'stale-mark',
];

/** The words of the page in a language: its own, those that it shares with documents, and the names of months. */
export function pageWords(words: ReadonlyMap<string, string>): ToldTexts {
  const isOfPage = (id: string) => /^(?:page-|month-|prevailing\.)/.test(id) || shared.includes(id);
  return Object.fromEntries([...words].filter(([id]) => isOfPage(id)));
}
