import type { ToldCounts, ToldTexts } from './told.ts';

/** A word with its placeholders filled: `Edition {edition}`. What it does not know stays as it stands. */
export function fill(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What is said of editions in the words of a language: by the plain table and the feed here, by the page in the browser. */
export function sayIn(words: ToldTexts) {
  const word = (id: string): string => words[id] ?? id;
  const date = (iso: string): string => sayDate(iso, words);
  const pair = (name: string, value: string): string => fill(word('page-pair'), { name, value });
  return {
    date,
    pair,
    effect: (iso: string): string => `${word('fact-updated')} ${date(iso)}`,
    changes: (changes: ToldCounts | undefined): string => sayChanges(changes, { word, pair }),
  };
}

/** `1 March 2026`, as the language writes it: by its words alone. */
function sayDate(iso: string, words: ToldTexts): string {
  const [year = '', month, day] = iso.split('-');
  const name = words[`month-${month}`];
  const pattern = words[day === '01' ? 'date-pattern-first' : 'date-pattern'];
  if (day === undefined || name === undefined || pattern === undefined) return iso;
  return fill(pattern, { day: String(Number(day)), month: name, year });
}

type Words = {
  readonly word: (id: string) => string;
  /** `Activities: 45`, with the colon that the language writes. */
  readonly pair: (name: string, value: string) => string;
};

/** `Responsibility: 2, New: 1`; counts stand behind their words, so that no language needs forms for them. */
function sayChanges(changes: ToldCounts | undefined, { word, pair }: Words): string {
  if (changes === undefined) return word('history-first');
  const kinds = ['moved', 'added', 'removed', 'reworded', 'renumbered'] as const;
  const counted = kinds
    .filter((kind) => changes[kind] > 0)
    .map((kind) => pair(word(`kind-${kind}`), String(changes[kind])));
  const said = [...counted, ...changes.around.map(word)];
  return said.length > 0 ? said.join(', ') : word('history-none');
}
