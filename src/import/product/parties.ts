import type { WorkspaceConfig } from '../../catalogue/config.ts';
import { makeId } from '../../catalogue/ids.ts';
import { isIdentifier, partyIdentifier } from '../../workspace/schemas/identifiers.ts';
import type { FoundParty } from '../found.ts';
import { isWord } from '../matrix/words.ts';
import { makeLabel } from './labels.ts';

/** A party of a page, as a column of a matrix. */
export type ImportedParty = {
  readonly id: string;
  /** As the page has it. */
  readonly name: string;
  /** What stands at the head of its column, where the name would not fit there. */
  readonly label: string | undefined;
  /** Whether the workspace calls it so in the language of the page. */
  readonly isNamedSo: boolean;
};

/** Where the parties of a page may be known from. */
export type KnownParties = {
  readonly parties: WorkspaceConfig['parties'];
  /** The names of the workspace's parties in the language of the page, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids that the user gave the parties, in the order of their columns; none where the names decide. */
  readonly asked: readonly string[];
};

/** Gives the parties of a page their ids: those asked for, those of parties of the same name, or else new ones. */
export function identifyParties(found: readonly FoundParty[], known: KnownParties): ImportedParty[] {
  const taken = new Set<string>();
  return found.map(({ name }, index) => {
    const id = known.asked[index] ?? idOf(name, known, taken, found);
    taken.add(id);
    return {
      id,
      name,
      label: makeLabel(name, found.length),
      isNamedSo: sameName(known.names.get(id), name),
    };
  });
}

/** Whether the parties are those of the workspace, in its order and by its names, so that the product need not list them. */
export function areShared(
  parties: readonly ImportedParty[],
  config: Pick<WorkspaceConfig, 'parties'>,
): boolean {
  return (
    parties.length === config.parties.length &&
    parties.every(({ id, isNamedSo }, index) => isNamedSo && config.parties[index]!.id === id)
  );
}

function idOf(
  name: string,
  { parties, names }: KnownParties,
  taken: ReadonlySet<string>,
  found: readonly FoundParty[],
): string {
  const free = parties.filter(({ id }) => !taken.has(id));
  const known = free.find(({ id }) => sameName(names.get(id), name) || sameName(id, name));
  if (known !== undefined) return known.id;
  // What is called Kunde, Client or Klient is the customer: so products of several languages share their columns.
  const isCustomer =
    isWord('customer', name) && found.filter((party) => isWord('customer', party.name)).length === 1;
  if (isCustomer && !taken.has('customer')) return 'customer';
  const others = new Set([...taken, ...parties.map((party) => party.id)]);
  const made = makeId(name, others, 'party');
  // Ids of rows have three letters or more; a party may be called IT.
  const short = made.replace(/^party-/, '');
  if (isParty(short) && !others.has(short)) return short;
  return isParty(made) ? made : makeId(`party ${name}`, others, 'party');
}

function isParty(id: string): boolean {
  return isIdentifier(id) && partyIdentifier.safeParse(id).success;
}

/** Whether two names are one, but for case and blanks. */
export function sameName(one: string | undefined, other: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return one !== undefined && plain(one) === plain(other);
}
