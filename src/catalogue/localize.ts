import type { Edition, EditionCode } from '../edition/edition.ts';
import type { HistoryEntry } from '../edition/history.ts';
import { type EditionInLanguage, readInLanguage, weakestOf } from '../edition/in-language.ts';
import { usualLook } from './codes.ts';
import type { Frame } from './frame.ts';
import type {
  LocalizedActivity,
  LocalizedCode,
  LocalizedProduct,
  LocalizedSection,
  Standing,
} from './localized.ts';
import type { CodeSet } from './model.ts';
import { translate } from './translations.ts';

/**
 * An edition in one language, every text resolved: the one that a matrix is in today, or one that was frozen. What no
 * edition holds comes from the catalogue as it is: the words of the templates, and how codes are shown. Call it only where
 * no text is missing (rule translation-missing; a release refuses): a missing one is a bug of the caller. The history is
 * the same in every language, and is handed in.
 */
export function localize(
  catalogue: Frame,
  edition: Edition,
  language: string,
  history: readonly HistoryEntry[],
): LocalizedProduct {
  const read = readInLanguage(edition, language);
  if (read === undefined)
    throw new Error(`No complete '${language}' text in edition ${edition.edition} of ${edition.product}.`);
  const { name, summary, notes, links, reference, draft } = read;
  return {
    id: edition.product,
    language,
    name,
    edition: edition.edition,
    updated: edition.date,
    summary,
    notes,
    links,
    reference,
    annex: edition.annex,
    draft,
    parties: read.parties.map((party) => ({ ...party, accountableFor: countAccountable(edition, party.id) })),
    codes: localizeCodes(edition, read, catalogue.shelves.get(edition.product)?.codes),
    sections: localizeSections(edition, read),
    activityCount: read.activities.length,
    words: wordsAround(catalogue, edition, language),
    standing: standingOf(catalogue, edition, read),
    history,
  };
}

function countAccountable({ codes, activities }: Edition, party: string): number {
  const signs = codes.filter(({ role }) => role === 'accountable').map(({ sign }) => sign);
  return activities.filter(({ codes: held }) => held[party]?.some((sign) => signs.includes(sign))).length;
}

function localizeCodes(
  { codes }: Edition,
  read: EditionInLanguage,
  today: CodeSet | undefined,
): LocalizedCode[] {
  return read.codes.map((code, i) => ({ ...code, ...lookOf(codes[i]!, today) }));
}

/** How a sign is shown today; one that is no longer in use, as its role is. */
function lookOf(
  { sign, role }: EditionCode,
  today: CodeSet | undefined,
): Pick<LocalizedCode, 'role' | 'filled' | 'strong'> {
  const { filled, strong } = today?.codes.find((code) => code.sign === sign) ?? usualLook(role);
  return { role, filled, strong };
}

function localizeSections({ parties }: Edition, read: EditionInLanguage): LocalizedSection[] {
  const rows = new Map(read.sections.map(({ key }) => [key, [] as LocalizedActivity[]]));
  // Footnotes are counted in reading order, by clause.
  let notes = 0;
  for (const { id, clause, section, text, note, held } of read.activities) {
    rows.get(section.key)?.push({
      id,
      clause,
      text,
      note: note === undefined ? undefined : { number: ++notes, text: note },
      cells: parties.map((party, i) => ({ party: party.id, held: held[i]! })),
    });
  }
  return read.sections.map(({ key, number, title }) => ({
    key,
    number,
    title,
    depth: 1 + keysAbove(key).filter((above) => rows.has(above)).length,
    activities: rows.get(key)!,
  }));
}

/** `usage.operations.access` stands under `usage` and under `usage.operations`. */
function keysAbove(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

const localized = new WeakMap<Frame, Map<string, ReadonlyMap<string, string>>>();

/** The words of the templates in a language: the same for all products of a catalogue. */
export function localizeWords(catalogue: Frame, language: string): ReadonlyMap<string, string> {
  const byLanguage = localized.get(catalogue) ?? new Map<string, ReadonlyMap<string, string>>();
  localized.set(catalogue, byLanguage);
  const words = byLanguage.get(language) ?? translateWords(catalogue, language);
  byLanguage.set(language, words);
  return words;
}

function translateWords({ wording, translations }: Frame, language: string): Map<string, string> {
  const memory = translations.get(language);
  return new Map(
    [...wording].map(([id, text]) => [id, translate(text, language, memory)?.text ?? text.source]),
  );
}

/** The words of the templates, but those that bear on what an edition means: it holds them itself. */
function wordsAround(catalogue: Frame, { words }: Edition, language: string): Map<string, string> {
  const around = new Map(localizeWords(catalogue, language));
  for (const [id, texts] of Object.entries(words)) {
    const text = texts[language]?.text;
    if (text !== undefined) around.set(id, text);
  }
  return around;
}

function wordAround(catalogue: Frame, { words }: Edition, language: string, id: string): string | undefined {
  return words[id]?.[language]?.text ?? localizeWords(catalogue, language).get(id);
}

function standingOf(
  catalogue: Frame,
  edition: Edition,
  { language, statuses, staleClauses }: EditionInLanguage,
): Standing {
  if (language === edition.language) {
    const machineFrame = statuses.has('machine') || statuses.has('stale');
    return { state: 'original', prevailing: undefined, machineFrame, staleClauses };
  }
  const prevailing = edition.language;
  const theirs = (id: string): string | undefined => wordAround(catalogue, edition, prevailing, id);
  return {
    state: weakestOf(statuses),
    prevailing: {
      language: prevailing,
      name:
        wordAround(catalogue, edition, language, `prevailing.${prevailing}`) ??
        theirs('language-name') ??
        prevailing,
      title: `${edition.name[prevailing]?.text ?? ''} – ${theirs('matrix-title') ?? ''}`,
    },
    machineFrame: false,
    staleClauses,
  };
}
