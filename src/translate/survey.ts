import type { Catalogue, Product, Text, TranslationMemory } from '../catalogue/model.ts';
import { flattenSections } from '../catalogue/sections.ts';
import { textsOf } from '../catalogue/texts.ts';
import { type FoundRow, findRow } from '../catalogue/translations.ts';
import { rowIds } from '../scaffold/row-ids.ts';
import { pairReworded } from './reworded.ts';
import { refOf, type Unit, type UnitKey, type Use } from './unit.ts';

/**
 * Every text that a language translates, each once, with how far it is: words of the templates, then what products
 * share, then the texts of the products in reading order.
 */
export function surveyUnits(catalogue: Catalogue, language: string): Unit[] {
  const memory = catalogue.translations.get(language);
  const homes = surveyHomes(catalogue);
  const units = new Map<string, Unit>();
  for (const use of usesIn(catalogue, language)) {
    const unit = judgeUse(use, memory, homes);
    const known = units.get(unit.ref);
    units.set(unit.ref, known === undefined ? unit : join(known, unit));
  }
  const inOrder = [...units.values()].sort((a, b) => shelf(a) - shelf(b));
  return pairReworded(catalogue, language, inOrder);
}

/** Every place of a text that is not written in the language already. */
function* usesIn(catalogue: Catalogue, language: string): Generator<Use> {
  const words = new Set(catalogue.wording.values());
  const isForeign = (text: Text): boolean => text.language !== language && text.source.trim() !== '';
  for (const text of words) {
    if (isForeign(text)) yield { text, product: undefined, section: undefined, activity: undefined };
  }
  for (const product of catalogue.products) {
    if (!product.languages.includes(language)) continue;
    const sections = new Map(flattenSections(product.sections).map((section) => [section.key, section]));
    for (const { text, activity } of textsOf(product)) {
      if (!isForeign(text)) continue;
      const section = sections.get(activity?.section ?? text.id);
      const isThere = activity !== undefined || section?.title === text;
      yield { text, product, section: isThere ? section : undefined, activity };
    }
  }
}

/** Which row may translate a text, asked once for the whole catalogue. */
type Homes = {
  readonly idOf: (text: Text) => string;
  /** Whether a row with this id may be given to this text, and takes its translation from no other. */
  readonly mayMove: (text: Text, source: string) => boolean;
};

function surveyHomes(catalogue: Catalogue): Homes {
  const idOf = rowIds(catalogue);
  const sources = new Map<string, Set<string>>();
  const all = [
    ...catalogue.wording.values(),
    ...catalogue.sections,
    ...catalogue.products.flatMap((product) => [...textsOf(product)].map(({ text }) => text)),
  ];
  for (const { id, source } of all) sources.set(id, (sources.get(id) ?? new Set()).add(source));
  return {
    idOf,
    mayMove(text, source) {
      const living = sources.get(text.id);
      return living?.has(source) !== true && (living?.size === 1 || idOf(text) !== '');
    },
  };
}

function judgeUse(use: Use, memory: TranslationMemory | undefined, homes: Homes): Unit {
  const { text, product } = use;
  const found = memory && findRow(text, memory, product?.id);
  const moves = found !== undefined && (!found.stale || canFollow(found, text, homes));
  const key = moves ? keyOfRow(found, text, product) : keyOfText(text, homes);
  return {
    ...key,
    ref: refOf(key),
    name: nameOf(key, use),
    language: text.language,
    state: found === undefined ? 'missing' : found.stale ? 'stale' : found.row.status,
    before: found && { source: found.row.source, text: found.row.text, status: found.row.status },
    row: moves ? found.row : undefined,
    likeness: undefined,
    uses: [use],
  };
}

/** Whether a stale row can be brought up to date without taking it from another text of the same id. */
function canFollow({ role, row }: FoundRow, text: Text, { mayMove }: Homes): boolean {
  return role === 'product' || mayMove(text, row.source);
}

function keyOfRow({ role, row }: FoundRow, { source }: Text, product: Product | undefined): UnitKey {
  return { product: role === 'product' ? product?.id : undefined, id: row.id, source };
}

function keyOfText(text: Text, { idOf }: Homes): UnitKey {
  return { product: undefined, id: idOf(text), source: text.source };
}

function nameOf({ product, id }: UnitKey, use: Use): string {
  if (product === undefined && id !== '') return id;
  return use.product === undefined ? use.text.id : `${use.product.id}/${use.text.id}`;
}

/** The same text in two places: what is known of it in one is known in both. */
function join(unit: Unit, other: Unit): Unit {
  const { state, before, row } = unit.before === undefined ? other : unit;
  return { ...unit, state, before, row, uses: [...unit.uses, ...other.uses] };
}

/** Words first, then what products share: a translator who has those has most of every product. */
function shelf({ id, product, uses }: Unit): number {
  if (uses[0]!.product === undefined) return 0;
  return product === undefined && id !== '' && uses.every(({ activity }) => activity === undefined) ? 1 : 2;
}
