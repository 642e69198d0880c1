import { readConfig } from '../../catalogue/config.ts';
import { localizeWords } from '../../catalogue/localize.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import { Reader } from '../../catalogue/reader.ts';
import { loadPackTemplates, type PackTemplates } from '../../compose/pack/templates.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { digestTree } from '../../make/digest.ts';
import { type Contract, contractItself, placeOfCell } from '../../pack/contract.ts';
import type { Offer } from '../../pack/contracts/judge.ts';
import { type FindMember, openOffer, orderMember } from '../../pack/offer.ts';
import type { Press } from '../../pack/press.ts';
import { createPress } from '../../pack/set-press.ts';
import type { PackSettings } from '../../workspace/schemas/pack.ts';
import { type Opened, workshopOf } from './open.ts';
import { orderForEdition } from './order-edition.ts';

/** Where contracts are judged and members found. */
export type Desk = { readonly offer: Offer; readonly find: FindMember };

/** Opens the desk of a workspace. */
export function openDesk(opened: Opened, catalogue: Catalogue, brand: string | undefined): Desk {
  const find = findMembers(opened, catalogue, brand);
  return { find, offer: openOffer(find, languagesOf(catalogue), settingsOf(opened)) };
}

/** Those of the workspace, and those that an edition was released in, which go on being made. */
function languagesOf({ languages, shelves }: Catalogue): readonly string[] {
  const released = [...shelves.values()].flatMap((shelf) => shelf.released);
  return [...new Set([...languages, ...released.flatMap((edition) => edition.languages)])];
}

/** Finds what members of packs are made from. `brand` is that of every pack; else that of annex.yaml, or the products'. */
export function findMembers(opened: Opened, catalogue: Catalogue, brand: string | undefined): FindMember {
  const dress = brand ?? settingsOf(opened)?.brand;
  return (member, language) => {
    const wanted = { ...member, language, format: 'pdf', brand: dress };
    const found = orderForEdition(catalogue, opened.diagnostics, wanted);
    return found.refused === undefined ? { order: found.order } : { refused: found.refused };
  };
}

function settingsOf({ overlaid }: Opened): PackSettings | undefined {
  return readConfig(new Reader(overlaid))?.pack;
}

/** A press for the packs of a workspace. */
export function openPress(
  opened: Opened,
  catalogue: Catalogue,
  find: FindMember,
  templates: PackTemplates,
): Press {
  const words = new Map<string, ReadonlyMap<string, string>>();
  return createPress({
    workshop: workshopOf(opened, catalogue),
    templates,
    templatesDigest: digestTemplates(opened),
    words: (language) => {
      const known = words.get(language) ?? localizeWords(catalogue, language);
      words.set(language, known);
      return known;
    },
    order: (member, language) => orderMember(find, member, language),
  });
}

/** What tells the presses of a workspace apart. */
export type Dress = {
  /** The brand of every pack, in place of that of the products. */
  readonly brand: string | undefined;
  /** Columns of contracts that templates may print. */
  readonly columns: readonly string[];
};

/** As openPress, by what tells it apart; undefined where its templates are at fault. */
export function openPressFor(
  opened: Opened,
  catalogue: Catalogue,
  { brand, columns }: Dress,
): Press | undefined {
  const words = localizeWords(catalogue, catalogue.language);
  const { value } = loadPackTemplates(opened.overlaid, words, columns);
  return value && openPress(opened, catalogue, findMembers(opened, catalogue, brand), value);
}

function digestTemplates({ overlaid }: Opened): string {
  const partials = overlaid.list('templates/partials').files.map((name) => `templates/partials/${name}`);
  const own = ['pack', 'pack-contents', 'pack-workbook'].map((name) => `templates/${name}.hbs`);
  return digestTree([...own, ...partials].map((path) => [path, overlaid.read(path)?.bytes]));
}

/**
 * What making a contract's pack brings out is said of its cells; what was found elsewhere is said of its row, and the place
 * stands beside it.
 */
export function placeAtContract(
  found: readonly LocatedDiagnostic[],
  contract: Contract,
  file: string,
): readonly LocatedDiagnostic[] {
  const row = placeOfCell(contract, 'customer');
  return found.map(({ sourceLine: _, ...one }) =>
    one.place.file === contractItself
      ? { ...one, place: { ...one.place, file } }
      : { ...one, place: { ...row, file }, also: one.place },
  );
}
