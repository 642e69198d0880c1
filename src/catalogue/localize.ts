import type { HistoryEntry } from '../edition/history.ts';
import type {
  LocalizedActivity,
  LocalizedCode,
  LocalizedProduct,
  LocalizedSection,
  Standing,
} from './localized.ts';
import type { Activity, Catalogue, Product, Text } from './model.ts';
import { flattenSections } from './sections.ts';
import { textsOf } from './texts.ts';
import { translate } from './translations.ts';

/**
 * A product in one language, every text resolved. Call it only where no text is missing (rule translation-missing):
 * a missing one is a bug of the caller. Its history is the same in every language, and is handed in.
 */
export function localize(
  catalogue: Catalogue,
  product: Product,
  language: string,
  history: readonly HistoryEntry[],
): LocalizedProduct {
  const say = (text: Text): string => resolve(catalogue, product, language, text);
  const notes = numberNotes(product);
  return {
    id: product.id,
    language,
    name: say(product.name),
    edition: product.edition,
    updated: product.updated,
    summary: product.summary && say(product.summary),
    notes: product.notes.map(say),
    links: product.links.map((link) => ({ text: say(link.text), url: link.url })),
    reference: referenceOf(product, language),
    annex: product.annex,
    draft: product.draft,
    parties: product.parties.map((party) => ({
      id: party.id,
      name: say(party.name),
      short: say(party.short ?? party.name),
      accountableFor: countAccountable(product, party.id),
    })),
    codes: product.codes.codes.map(
      (code): LocalizedCode => ({
        sign: code.sign,
        role: code.role,
        name: say(code.name),
        meaning: say(code.meaning),
        filled: code.filled,
        strong: code.strong,
      }),
    ),
    sections: flattenSections(product.sections).map(
      (section): LocalizedSection => ({
        key: section.key,
        number: section.number,
        title: say(section.title),
        depth: section.depth,
        activities: section.activities.map((activity) => localizeActivity(product, activity, say, notes)),
      }),
    ),
    activityCount: product.activities.length,
    words: localizeWords(catalogue, language),
    standing: standingOf(catalogue, product, language),
    history,
  };
}

/** The reference printed on an annex and named by its workbook: `EMP-RM-2026-03-EN`. */
export function referenceOf(product: Product, language: string): string {
  return `${product.reference}-${product.edition}-${language}`.toUpperCase();
}

function resolve(catalogue: Catalogue, product: Product, language: string, text: Text): string {
  const translated = translate(text, language, catalogue.translations.get(language), product.id);
  if (translated === undefined) throw new Error(`No '${language}' text for '${text.id}' of ${product.id}.`);
  return translated.text;
}

function localizeActivity(
  product: Product,
  activity: Activity,
  say: (text: Text) => string,
  notes: ReadonlyMap<string, number>,
): LocalizedActivity {
  return {
    id: activity.id,
    clause: activity.clause,
    text: say(activity.text),
    note: activity.note && { number: notes.get(activity.clause)!, text: say(activity.note) },
    cells: product.parties.map((party) => ({ party: party.id, held: activity.codes.get(party.id) ?? [] })),
  };
}

/** Footnotes are counted in reading order, by clause. */
function numberNotes(product: Product): Map<string, number> {
  const noted = product.activities.filter((activity) => activity.note !== undefined);
  return new Map(noted.map((activity, i) => [activity.clause, i + 1]));
}

function countAccountable(product: Product, party: string): number {
  const signs = product.codes.codes.filter((code) => code.role === 'accountable').map((code) => code.sign);
  return product.activities.filter((activity) =>
    activity.codes.get(party)?.some((sign) => signs.includes(sign)),
  ).length;
}

/** The words of the templates in a language. */
export function localizeWords(catalogue: Catalogue, language: string): Map<string, string> {
  const memory = catalogue.translations.get(language);
  return new Map(
    [...catalogue.wording].map(([id, text]) => [id, translate(text, language, memory)?.text ?? text.source]),
  );
}

function standingOf(catalogue: Catalogue, product: Product, language: string): Standing {
  const memory = catalogue.translations.get(language);
  const states = [...textsOf(product)].map(({ text, activity }) => ({
    clause: activity?.clause,
    status: translate(text, language, memory, product.id)?.status,
  }));
  if (language === product.language) {
    const machineFrame = states.some(({ status }) => status === 'machine' || status === 'stale');
    return { state: 'original', prevailing: undefined, machineFrame, staleClauses: [] };
  }
  const stale = states.filter(({ status }) => status === 'stale');
  const state =
    stale.length > 0 ? 'stale' : states.some(({ status }) => status === 'machine') ? 'machine' : 'reviewed';
  const words = localizeWords(catalogue, language);
  const theirs = localizeWords(catalogue, product.language);
  return {
    state,
    prevailing: {
      language: product.language,
      name: words.get(`prevailing.${product.language}`) ?? theirs.get('language-name') ?? product.language,
      title: `${product.name.source} – ${theirs.get('matrix-title') ?? ''}`,
    },
    machineFrame: false,
    staleClauses: [...new Set(stale.map(({ clause }) => clause).filter((clause) => clause !== undefined))],
  };
}
