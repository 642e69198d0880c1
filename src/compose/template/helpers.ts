import { writeDate } from './dates.ts';
import { writeNumeral } from './numerals.ts';
import { fillWord } from './words.ts';

/** What helpers know beside their arguments: the words of the language. */
export type HelperContext = { readonly words: ReadonlyMap<string, string> };

/** What an argument may be; `any` is any single value. */
export type Argument = 'text' | 'number' | 'list' | 'any';

/** A helper, described for the checker and for the documentation. */
export type Helper = {
  readonly name: string;
  readonly doc: string;
  readonly example: string;
  readonly takes: readonly Argument[];
  /** How many of the arguments may be left out. */
  readonly optional?: number;
  /** Whether the last argument may be repeated. */
  readonly repeats?: true;
  readonly returns: 'text' | 'number' | 'flag';
  /** Ids of words it needs. */
  readonly needs?: readonly string[];
  /** Whether it takes `name=value`, as `word` does to fill its parameters. */
  readonly named?: true;
  readonly run: (
    given: readonly unknown[],
    named: Readonly<Record<string, unknown>>,
    context: HelperContext,
  ) => unknown;
};

const months = Array.from({ length: 12 }, (_, index) => `month-${String(index + 1).padStart(2, '0')}`);

/** All helpers that templates may use, beside Handlebars' own each, if, unless and with. */
export const helpers: readonly Helper[] = [
  {
    name: 'word',
    doc: 'A text of data/wording.csv in the language of the document, its {parameters} filled by name.',
    example: '{{word "annex-label" label=annex}}',
    takes: ['text'],
    named: true,
    returns: 'text',
    run: ([id], named, { words }) => fillWord(words.get(String(id)) ?? '', named),
  },
  {
    name: 'date',
    doc: 'An ISO date as the language writes it, by the words date-pattern, date-pattern-first and month-01 to month-12.',
    example: '{{date updated}}',
    takes: ['text'],
    needs: ['date-pattern', 'date-pattern-first', ...months],
    returns: 'text',
    run: ([iso], _, { words }) => writeDate(String(iso), words),
  },
  {
    name: 'numeral',
    doc: 'A number with its digits grouped by the word digit-group, where the language has one.',
    example: '{{numeral activityCount}}',
    takes: ['number'],
    returns: 'text',
    run: ([amount], _, { words }) => writeNumeral(Number(amount), words),
  },
  {
    name: 'superscript',
    doc: 'A whole number in Unicode superscript digits.',
    example: '{{superscript note.number}}',
    takes: ['number'],
    returns: 'text',
    run: ([amount]) => [...String(amount)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join(''),
  },
  {
    name: 'join',
    doc: 'A list of texts, put together by the word list-pattern, or with a separator of your own between them.',
    example: '{{join clauses}}',
    takes: ['list', 'text'],
    optional: 1,
    needs: ['list-pattern'],
    returns: 'text',
    run: ([list, separator], _, { words }) =>
      separator === undefined
        ? joinByPattern(list as readonly string[], words)
        : (list as readonly string[]).join(String(separator)),
  },
  {
    name: 'length',
    doc: 'How many items a list has.',
    example: '{{length parties}}',
    takes: ['list'],
    returns: 'number',
    run: ([list]) => (list as readonly unknown[]).length,
  },
  {
    name: 'eq',
    doc: 'Whether two values are equal.',
    example: '{{#if (eq section.level 2)}}',
    takes: ['any', 'any'],
    returns: 'flag',
    run: ([one, other]) => one === other,
  },
  {
    name: 'not',
    doc: 'Whether a value is no, zero, empty or absent.',
    example: '{{#if (not draft)}}',
    takes: ['any'],
    returns: 'flag',
    run: ([value]) => !holds(value),
  },
  {
    name: 'and',
    doc: 'Whether all values hold.',
    example: '{{#if (and draft annex)}}',
    takes: ['any', 'any'],
    repeats: true,
    returns: 'flag',
    run: (values) => values.every(holds),
  },
  {
    name: 'or',
    doc: 'Whether one of the values holds.',
    example: '{{#if (or notes links)}}',
    takes: ['any', 'any'],
    repeats: true,
    returns: 'flag',
    run: (values) => values.some(holds),
  },
];

/** As `#if` decides, so that the two agree: an empty list does not hold. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The helper of a name. */
export function helperNamed(name: string): Helper | undefined {
  return helpers.find((helper) => helper.name === name);
}

/** `{list}, {next}`: a pattern and not a separator, for the blank at the end of a cell of a CSV file does not last. */
function joinByPattern(list: readonly string[], words: ReadonlyMap<string, string>): string {
  const pattern = words.get('list-pattern') ?? '';
  return list.length === 0 ? '' : list.reduce((joined, next) => fillWord(pattern, { list: joined, next }));
}
