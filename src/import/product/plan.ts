import { readDictionary } from '../../catalogue/assemble.ts';
import { configFile, type WorkspaceConfig } from '../../catalogue/config.ts';
import { productsFolder } from '../../catalogue/products.ts';
import type { Reader } from '../../catalogue/reader.ts';
import { shippedLanguage } from '../../catalogue/wording.ts';
import { type Checked, checked } from '../../diagnostics/checked.ts';
import type { Change } from '../../scaffold/change.ts';
import { unsetDay } from '../../scaffold/example.ts';
import { nameFrom } from '../../scaffold/names.ts';
import { annexSchema } from '../../workspace/schemas/annex.ts';
import { shippedWorkspace } from '../../workspace/shipped.ts';
import type { JoinedMatrix } from '../joined.ts';
import { adoptCodes, type ImportedCodes } from './codes.ts';
import { areShared, type ImportedParty, identifyParties } from './parties.ts';
import { adoptRows, writeMatrix } from './rows.ts';
import { adoptSections, type KnownSection, knownSections, writeSections } from './sections.ts';
import { type ProductHead, type WorkspaceHead, writeAnnexYaml, writeProductYaml } from './yaml.ts';

/** What a page becomes, and where. */
export type NewProduct = {
  readonly id: string;
  /** Of the page, and so of the matrix. */
  readonly language: string;
  /** Undefined where the page's title, or else the id, is the name. */
  readonly name: string | undefined;
  /** Ids for the parties, in the order of their columns; none where their names decide. */
  readonly parties: readonly string[];
};

/** The workspace that the product joins; undefined where it begins with this product. */
export type Joining =
  | { readonly config: WorkspaceConfig; readonly partyNames: ReadonlyMap<string, string> }
  | undefined;

/** The files of a product made of what was found on its pages, and of a workspace where it is the first. */
export function planProduct(
  joined: JoinedMatrix,
  wanted: NewProduct,
  reader: Reader,
  joining: Joining,
): Checked<Change> {
  const { id, language } = wanted;
  const known = joining ?? beginning(language);
  const parties = identifyParties(joined.parties, {
    parties: known?.config.parties ?? [],
    names: known?.partyNames ?? new Map(),
    asked: wanted.parties,
  });
  const codes = adoptCodes(joined.codeSet);
  const name = wanted.name ?? joined.title ?? nameFrom(id);
  const sections = adoptSections(joined, dictionaryOf(reader, joining, language), name);
  const own = known === undefined ? nothingOwn : headIn(known.config, { language, parties, codes });
  const folder = `${productsFolder}/${id}`;
  return checked(
    {
      ...(joining === undefined && {
        [configFile]: writeAnnexYaml(workspaceHead(known, { language, parties, codes })),
      }),
      [`${folder}/product.yaml`]: writeProductYaml({ ...dated(joined), name, ...own }),
      [`${folder}/sections.csv`]: writeSections(sections.sections),
      [`${folder}/matrix.csv`]: writeMatrix(adoptRows(joined, { parties, codes, sections }), parties),
    },
    sections.diagnostics,
  );
}

/**
 * What a new workspace is before its first product: nothing, where the words of the templates come in the language of
 * the page. In a language that does not ship, the product is one of a workspace in the language that does.
 */
function beginning(language: string): Joining {
  if (
    language === shippedLanguage ||
    shippedWorkspace().read(`data/translations/${language}.csv`) !== undefined
  ) {
    return undefined;
  }
  const config = { ...annexSchema.parse({ format: 1 }), placeOf: () => ({ file: configFile }) };
  return { config, partyNames: new Map() };
}

function workspaceHead(known: Joining, { language, parties, codes }: Taken): WorkspaceHead {
  if (known === undefined) return { language, parties, codes: codes.set };
  return { language: known.config.language, parties: undefined, codes: known.config.codes };
}

function dictionaryOf(reader: Reader, joining: Joining, language: string): KnownSection[] {
  if (joining === undefined) return [];
  const known = knownSections(readDictionary(reader, joining.config));
  // In another language a title is never the same; the key is taken all the same.
  return joining.config.language === language ? known : known.map(({ key }) => ({ key, title: '' }));
}

type OwnHead = Pick<ProductHead, 'language' | 'languages' | 'parties' | 'codes'>;

const nothingOwn: OwnHead = {
  language: undefined,
  languages: undefined,
  parties: undefined,
  codes: undefined,
};

/** What was taken over from the page. */
type Taken = {
  readonly language: string;
  readonly parties: readonly ImportedParty[];
  readonly codes: ImportedCodes;
};

/** What a product has to say because its workspace says otherwise. */
function headIn(config: WorkspaceConfig, { language, parties, codes }: Taken): OwnHead {
  const hasOthers = config.languages.some((tag) => tag !== language);
  return {
    language: language === config.language ? undefined : language,
    // A new matrix has no translations: it is built in its own language until a page brings another.
    languages: hasOthers ? [language] : undefined,
    parties: areShared(parties, config) ? undefined : parties,
    codes: codes.set === config.codes ? undefined : codes.set,
  };
}

/** The edition goes by the month that the page names; without one it is the first. */
function dated({ updated }: JoinedMatrix): Pick<ProductHead, 'edition' | 'updated' | 'isDated'> {
  if (updated === undefined) return { edition: '1', updated: unsetDay, isDated: false };
  return { edition: updated.slice(0, 7), updated, isDated: true };
}
