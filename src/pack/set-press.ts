import { programDigest } from '../cache/program.ts';
import type { Brand } from '../catalogue/model.ts';
import type { PackTemplates } from '../compose/pack/templates.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { AnnexDocument } from '../document/tree.ts';
import { preparePackPdf } from '../formats/pdf/pack/prepare.ts';
import { preparePackWorkbook } from '../formats/xlsx/pack/prepare.ts';
import { digestTree } from '../make/digest.ts';
import type { Order } from '../make/order.ts';
import { type ComposedSet, composeSet } from '../make/pack.ts';
import type { Workshop } from '../make/workshop.ts';
import { provePainted } from '../proof/painted.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';
import { type Contract, type MemberRef, placeOfCell, wordsOf } from './contract.ts';
import { type Identity, proveIdentity } from './identity.ts';
import { judgeLetters } from './letters.ts';
import type { BoundPack, PackSet, PreparedSet, Press } from './press.ts';
import { setKey } from './sets.ts';

/** What packs are made with and from. */
export type PressTools = {
  readonly workshop: Workshop;
  readonly templates: PackTemplates;
  /** Digest of their texts, and of the partials that they may use. */
  readonly templatesDigest: string;
  /** The words of a language, by id. */
  readonly words: (language: string) => ReadonlyMap<string, string>;
  /** What a member is made from, or why it cannot be made. */
  readonly order: (member: MemberRef, language: string) => Checked<Order>;
};

/** Sets that are kept prepared. Each holds its members' pages: some hundred kilobytes. */
const mostSets = 32;

/** A press that composes and sets packs in this thread. */
export function createPress(tools: PressTools): Press {
  const kept = new Map<string, Checked<PreparedSet>>();
  return {
    prepare: async (set) => {
      const key = setKey(set);
      const known = kept.get(key) ?? prepareSet(set, tools);
      // What was asked for last stands last, and what stands first goes.
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > mostSets) kept.delete(oldest!);
      return known;
    },
  };
}

function prepareSet(set: PackSet, tools: PressTools): Checked<PreparedSet> {
  const found = set.members.map((member) => tools.order(member, set.language));
  const orders = found.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (orders.length < found.length) return failed(...found.flatMap(({ diagnostics }) => diagnostics));
  const brands = [...new Set(orders.map(({ artifact }) => artifact.brand))];
  const brand = tools.workshop.brands.get(brands[0]!);
  if (brands.length > 1) return failed(severalBrands(brands));
  if (brand === undefined) return failed();
  const { workshop, templates } = tools;
  const words = tools.words(set.language);
  const composed = composeSet(workshop, templates, { language: set.language, brand, words, orders });
  if (composed.value === undefined) return failed(...composed.diagnostics);
  const digest = digestSet(composed.value, brand, words, orders, tools.templatesDigest);
  const members = orders.map(({ artifact: { product, edition, draft } }) => ({ product, edition, draft }));
  const prepared: PreparedSet = {
    brand: brand.id,
    members,
    keyOf: ({ id, customer, date, columns }) => digestTree({ digest, id, customer, date, columns }),
    bind: lazyBinder(composed.value, orders, brand),
  };
  return checked(prepared, composed.diagnostics);
}

/**
 * All that reaches the bytes of a set's packs but the words of their contracts: what the members came out as, and what
 * covers and overviews are composed from.
 */
function digestSet(
  { body, workbook }: ComposedSet,
  brand: Brand,
  words: ReadonlyMap<string, string>,
  orders: readonly Order[],
  templates: string,
): string {
  const products = orders.map(({ product: { words: _, ...product } }) => product);
  return digestTree({
    program: programDigest(),
    templates,
    words: [...words],
    brand,
    products,
    body,
    workbook,
  });
}

/** A set whose packs are all there already is never set at all. */
function lazyBinder(composed: ComposedSet, orders: readonly Order[], brand: Brand): PreparedSet['bind'] {
  let binder: Checked<Binder> | undefined;
  return async (contract) => {
    const cover = composed.cover(contract);
    const overview = composed.overview(contract);
    if (!cover.value || !overview.value) return failed(...cover.diagnostics, ...overview.diagnostics);
    const unprintable = judgeLetters(contract, cover.value, brand);
    if (unprintable.length > 0) return failed(...unprintable);
    binder ??= prepareBinder(composed, orders);
    if (binder.value === undefined) return failed(...binder.diagnostics);
    return binder.value(contract, { cover: cover.value, overview: overview.value });
  };
}

type Trees = { readonly cover: AnnexDocument; readonly overview: WorkbookDocument };
type Binder = (contract: Contract, trees: Trees) => Checked<BoundPack>;

/** A contract of nobody, in the letters of every alphabet's beginner. */
const nobody = { id: 'C-0', customer: 'A', date: '2000-01-01', columns: {} };

/** How many packs of a set a cover is held against: what strays into it comes from one made shortly before. */
const mostOthers = 4;

function prepareBinder(composed: ComposedSet, orders: readonly Order[]): Checked<Binder> {
  const sample = composed.cover(nobody);
  if (sample.value === undefined) return failed(...sample.diagnostics);
  const { painted, ...pdf } = preparePackPdf(composed.body, sample.value);
  const workbook = preparePackWorkbook(composed.workbook);
  const unproved = orders.flatMap((order, i) => proveMember(order, 'PDF', painted.members[i]!));
  if (unproved.length > 0) return failed(...unproved);
  const blank = pdf.bind(sample.value);
  const common = 'refused' in blank ? [] : pdf.readCover(blank);
  const others: Identity[] = [];
  return checked((contract, { cover, overview }) => {
    const bound = pdf.bind(cover);
    if ('refused' in bound) return failed(tooLong(contract, bound.pages));
    const wrong = proveIdentity(pdf.readCover(bound), contract, others, common);
    others.push(contract);
    if (others.length > mostOthers) others.shift();
    if (wrong.length > 0) throw new Error(wrong.join(' '));
    return checked({ pdf: bound.pieces, xlsx: workbook.bind(overview) });
  });
}

function proveMember({ product, artifact }: Order, what: string, painted: readonly string[]): Diagnostic[] {
  return provePainted(product, painted).map(({ clause, expected }) =>
    error(
      'proof-painted',
      { file: `data/products/${artifact.product}/matrix.csv` },
      `The ${what} of a pack does not say clause ${clause} of ${artifact.product} as its edition does: expected '${expected}'.`,
      { hints: ['If the template prints every activity, please report this.'] },
    ),
  );
}

function severalBrands(brands: readonly string[]): Diagnostic {
  const message = `The products of the pack wear several brands: ${brands.join(', ')}.`;
  return error('pack-brands', { file: 'annex.yaml' }, message, {
    hints: ['Name the one that packs wear as pack.brand in annex.yaml, or by --brand.'],
  });
}

function tooLong(contract: Contract, pages: number): Diagnostic {
  const [longest] = wordsOf(contract).reduce((most, one) => (one[1].length > most[1].length ? one : most));
  const message = `What the contract says takes ${pages} pages on the cover; expected one.`;
  return error('pack-cover', placeOfCell(contract, longest), message, {
    hints: ['Shorten the name of the customer or another column, or let templates/pack.hbs print less.'],
  });
}
