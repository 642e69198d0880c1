import { z } from 'zod';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { digestOf } from './digest.ts';
import type { Edition } from './edition.ts';

const language = z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/);
const texts = z.record(
  language,
  z.strictObject({
    text: z.string(),
    status: z.enum(['original', 'reviewed', 'machine', 'stale']),
    source: z.string().optional(),
  }),
);

const schema: z.ZodType<Edition> = z.strictObject({
  format: z.literal(1),
  about: z.string(),
  program: z.strictObject({ name: z.string(), version: z.string() }),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  draft: z.boolean(),
  excerpt: z.literal(true).optional(),
  product: z.string(),
  name: texts,
  edition: z.string(),
  date: z.iso.date(),
  reference: z.string(),
  annex: z.string().optional(),
  language,
  languages: z.array(language),
  summary: texts.optional(),
  parties: z.array(z.strictObject({ id: z.string(), name: texts, short: texts.optional() })),
  codeSet: z.string(),
  codes: z.array(z.strictObject({ sign: z.string(), role: z.string(), name: texts, meaning: texts })),
  sections: z.array(z.strictObject({ key: z.string(), number: z.string(), title: texts })),
  activities: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      section: z.string(),
      activity: texts,
      note: texts.optional(),
      codes: z.record(z.string(), z.array(z.string())),
      extras: z.record(z.string(), z.string()).optional(),
    }),
  ),
  notes: z.array(texts),
  links: z.array(z.strictObject({ text: texts, url: z.string() })),
  words: z.record(z.string(), texts),
});

/** Where a member stands, by the names that lead to it; the edition as a whole where there are none. */
type Locate = (path: readonly (string | number)[]) => Place;

/**
 * Reads the JSON of an edition. There is no value where it is none, or one of a later format. An edition that was
 * altered by hand, so that its digest no longer fits, is an error with a value.
 *
 * @param file what findings name: the file that the text stands in
 * @param locate for a file with lines that a reader can look at: the place of a member
 */
export function readEdition(text: string, file: string, locate: Locate = () => ({ file })): Checked<Edition> {
  const found = parseJson(text);
  if (found === undefined) return failed(error('edition-syntax', locate([]), 'This is not JSON.'));
  if (isLaterFormat(found)) {
    return failed(
      error(
        'edition-format',
        locate(['format']),
        'The edition was written by a later version of this program.',
        { hints: ['Install the newest version, and run the command again.'] },
      ),
    );
  }
  const read = schema.safeParse(found);
  if (!read.success)
    return failed(...read.error.issues.slice(0, shownIssues).map((issue) => misshapen(issue, locate)));
  return checked(read.data, [...findLooseEnds(read.data, locate), ...findAlteration(read.data, locate)]);
}

const shownIssues = 5;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLaterFormat(found: unknown): boolean {
  const format = (found as { format?: unknown } | null)?.format;
  return typeof format === 'number' && format > 1;
}

function misshapen(issue: z.core.$ZodIssue, locate: Locate): Diagnostic {
  const names = issue.path.filter((name) => typeof name !== 'symbol');
  const where = names.length === 0 ? 'The edition' : `'${names.join('.')}'`;
  // What is too much stands under what is named; what is missing stands nowhere.
  const place = locate(issue.code === 'unrecognized_keys' ? [...names, ...issue.keys.slice(0, 1)] : names);
  return error('edition-shape', place, `${where} is not as in an edition: ${issue.message}.`);
}

/** Activities of sections, parties and codes that the edition does not list. */
function findLooseEnds(edition: Edition, locate: Locate): Diagnostic[] {
  const sections = new Set(edition.sections.map(({ key }) => key));
  const parties = new Set(edition.parties.map(({ id }) => id));
  const signs = new Set(edition.codes.map(({ sign }) => sign));
  return edition.activities.flatMap(({ clause, section, codes }, i) => {
    const unknown = [
      ...(sections.has(section) ? [] : [`section '${section}'`]),
      ...Object.keys(codes).flatMap((party) => (parties.has(party) ? [] : [`party '${party}'`])),
      ...Object.values(codes).flatMap((held) =>
        held.flatMap((sign) => (signs.has(sign) ? [] : [`code '${sign}'`])),
      ),
    ];
    return unknown.map((what) =>
      error(
        'edition-shape',
        locate(['activities', i]),
        `Clause ${clause} names ${what}, which the edition does not list.`,
      ),
    );
  });
}

function findAlteration(edition: Edition, locate: Locate): Diagnostic[] {
  const digest = digestOf(edition);
  if (digest === edition.digest) return [];
  return [
    error(
      'edition-altered',
      locate(['digest']),
      `The edition was altered after it was written: its digest is ${digest}, and it names ${edition.digest}.`,
    ),
  ];
}
