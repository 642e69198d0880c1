import type { Edition, EditionActivity, EditionContent, EditionText, Texts } from './edition.ts';

/** What an edition says, and whether it is a draft. */
type Said = EditionContent & Pick<Edition, 'draft'>;

/** An edition in one language: what a document in this language has to say. */
export type EditionInLanguage = {
  readonly language: string;
  readonly name: string;
  readonly edition: string;
  readonly draft: boolean;
  /** `EMP-RM-2026-03-EN`. */
  readonly reference: string;
  readonly summary: string | undefined;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly codes: readonly { readonly sign: string; readonly name: string; readonly meaning: string }[];
  readonly sections: readonly SectionInLanguage[];
  readonly activities: readonly ActivityInLanguage[];
  readonly notes: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly words: ReadonlyMap<string, string>;
  /** Of all its texts, words aside. */
  readonly statuses: ReadonlySet<EditionText['status']>;
  /** Whether a machine translated a text of it that nobody reviewed, so that a document has to say so. */
  readonly isMachine: boolean;
  /** Clauses whose text translates an older wording. */
  readonly staleClauses: readonly string[];
};

export type SectionInLanguage = { readonly key: string; readonly number: string; readonly title: string };

export type ActivityInLanguage = {
  readonly id: string;
  readonly clause: string;
  readonly section: SectionInLanguage;
  readonly text: string;
  readonly note: string | undefined;
  /** Signs by party, in the order of the parties. */
  readonly held: readonly (readonly string[])[];
  readonly extras: Readonly<Record<string, string>>;
};

/** The one of several statuses that a reader has to be warned of most. */
export function weakestOf(statuses: ReadonlySet<unknown>): 'reviewed' | 'machine' | 'stale' {
  return statuses.has('stale') ? 'stale' : statuses.has('machine') ? 'machine' : 'reviewed';
}

/** An edition in a language, or undefined where a text is missing in it. Words fall back to how they were written. */
export function readInLanguage(edition: Said, language: string): EditionInLanguage | undefined {
  const used: EditionText[] = [];
  let complete = true;
  const say = (texts: Texts): string => {
    const found = texts[language];
    if (found === undefined) complete = false;
    else used.push(found);
    return found?.text ?? '';
  };
  const sections = new Map(
    edition.sections.map(({ key, number, title }) => [key, { key, number, title: say(title) }]),
  );
  const resolved = {
    language,
    name: say(edition.name),
    edition: edition.edition,
    draft: edition.draft,
    reference: `${edition.reference}-${edition.edition}-${language}`.toUpperCase(),
    summary: edition.summary && say(edition.summary),
    parties: edition.parties.map(({ id, name, short }) => ({
      id,
      name: say(name),
      short: say(short ?? name),
    })),
    codes: edition.codes.map(({ sign, name, meaning }) => ({
      sign,
      name: say(name),
      meaning: say(meaning),
    })),
    sections: [...sections.values()],
    activities: edition.activities.map((activity) => readActivity(edition, activity, sections, say)),
    notes: edition.notes.map(say),
    links: edition.links.map(({ text, url }) => ({ text: say(text), url })),
    words: new Map(
      Object.entries(edition.words).map(([id, texts]) => [id, (texts[language] ?? originalOf(texts)).text]),
    ),
  };
  if (!complete) return undefined;
  const statuses = new Set(used.map(({ status }) => status));
  const prevails = language === edition.language;
  return {
    ...resolved,
    statuses,
    isMachine: !prevails && statuses.has('machine') && !statuses.has('stale'),
    staleClauses: prevails ? [] : staleClauses(edition, language),
  };
}

function readActivity(
  edition: Said,
  { id, clause, section, activity, note, codes, extras }: EditionActivity,
  sections: ReadonlyMap<string, SectionInLanguage>,
  say: (texts: Texts) => string,
): ActivityInLanguage {
  return {
    id,
    clause,
    section: sections.get(section) ?? { key: section, number: '', title: '' },
    text: say(activity),
    note: note && say(note),
    held: edition.parties.map((party) => codes[party.id] ?? []),
    extras: extras ?? {},
  };
}

const nothing: EditionText = { text: '', status: 'original' };

function originalOf(texts: Texts): EditionText {
  return Object.values(texts)[0] ?? nothing;
}

function staleClauses(edition: Said, language: string): string[] {
  return edition.activities
    .filter(({ activity, note }) => [activity, note].some((texts) => texts?.[language]?.status === 'stale'))
    .map(({ clause }) => clause);
}
