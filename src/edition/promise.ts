import type { Edition, EditionContent, EditionText } from './edition.ts';

/** A place where today's content says something else than a released edition promised. */
export type Breach = {
  /** The member of the edition in which it stands, such as `activities`. */
  readonly member: string;
  /** The language whose text was changed; undefined for what no language says. */
  readonly language: string | undefined;
};

/**
 * Where today's content breaks what a released edition promised: the same matrix in the language that prevails, and
 * every text that was released without a reservation, word for word. What was released as a machine's work, with its
 * notice, may be reviewed and corrected; a language may join or leave. docs/release.md says so to whoever signs.
 */
export function findBreaches(now: EditionContent, released: Edition): readonly Breach[] {
  const today = factsOf(now);
  const then = factsOf(released);
  const isKept = (place: string, { value, language, isReserved }: Fact): boolean => {
    const found = today.get(place);
    const hasLeft = language !== undefined && language !== now.language && found === undefined;
    return isReserved || hasLeft || found?.value === value;
  };
  return [
    ...[...then].filter(([place, fact]) => !isKept(place, fact)),
    // A text may join where there was one in another language, and nowhere else.
    ...[...today].filter(([place, { language }]) => language === undefined && !then.has(place)),
  ].map(([place, { language }]) => ({ member: place.split('/')[0]!, language }));
}

/** One thing that an edition says; its language where it is a text. */
type Fact = { readonly value: string; readonly language?: string; readonly isReserved?: boolean };

/** Members that speak of the file, or of how documents are made from it. */
const aside = new Set(['about', 'program', 'digest', 'draft', 'excerpt', 'languages', 'words']);

/** Words that bear on what the matrix means; the other ones warn of what a document is, and come and go with it. */
const bindingWords = ['matrix-title', 'legend-none'];

/** Every fact by its place, such as `activities/3/activity/fr`. */
function factsOf(edition: Edition | EditionContent): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [name, member] of Object.entries(edition)) {
    if (!aside.has(name)) gather(member, name, facts);
  }
  for (const id of bindingWords) gather(edition.words[id], `words/${id}`, facts);
  return facts;
}

function gather(value: unknown, place: string, facts: Map<string, Fact>): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) facts.set(place, { value: String(value) });
  } else if (isText(value)) {
    const language = place.slice(place.lastIndexOf('/') + 1);
    facts.set(place, { value: value.text, language, isReserved: isReserved(value) });
  } else {
    facts.set(`${place}/`, { value: Array.isArray(value) ? String(value.length) : '' });
    for (const [name, member] of Object.entries(value)) gather(member, `${place}/${name}`, facts);
  }
}

function isText(value: object): value is EditionText {
  return 'status' in value && 'text' in value && typeof value.text === 'string';
}

/** Whether documents tell their readers not to rely on a text. */
function isReserved({ status }: EditionText): boolean {
  return status === 'machine' || status === 'stale';
}
