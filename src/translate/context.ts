import type { Product, Section, Text } from '../catalogue/model.ts';
import { flattenSections } from '../catalogue/sections.ts';
import type { Unit, Use } from './unit.ts';

/** What a translator is told of a text. */
export type Context = {
  /** One sentence a place: `Email Pro, clause 3.1.2.4, under Usage > Access: an activity`. */
  readonly where: readonly string[];
  /** Who does what, where the text is an activity: `Customer: I; Provider: R, A`. */
  readonly owners: string | undefined;
};

/** A phrase that stands in fifty products is understood from its first few. */
const mostPlaces = 5;

/** Where a unit stands and who owns it, in the words of the language that it is written in. */
export function describeContext({ uses }: Unit): Context {
  const places = uses.map(describeUse);
  const shown = places.slice(0, mostPlaces);
  const rest = places.length - shown.length;
  const owners = [...new Set(uses.flatMap(describeOwners))];
  return {
    where: rest > 0 ? [...shown, `and ${rest} more`] : shown,
    owners: owners.length === 0 ? undefined : owners.slice(0, mostPlaces).join(' | '),
  };
}

function describeUse({ text, product, section, activity }: Use): string {
  if (product === undefined) return `A word of the templates: ${text.id}`;
  const name = product.name.source;
  if (activity !== undefined) {
    const what = activity.text === text ? 'an activity' : `a note on '${activity.text.source}'`;
    const under = section === undefined ? '' : `, under ${trailTo(product, section)}`;
    return `${name}, clause ${activity.clause}${under}: ${what}`;
  }
  if (section !== undefined) return `${name}, section ${section.number}${underOf(product, section)}: a title`;
  return `${name}: ${describeKind(product, text)}`;
}

function describeKind(product: Product, text: Text): string {
  if (text === product.name) return 'its name';
  if (text === product.summary) return 'its summary';
  const link = product.links.find((candidate) => candidate.text === text);
  if (link !== undefined) return `a link to ${link.url}`;
  const party = product.parties.find(({ name, short }) => name === text || short === text);
  if (party !== undefined) return party.name === text ? 'a party' : 'a party, for the head of its column';
  const code = product.codes.codes.find(({ name, meaning }) => name === text || meaning === text);
  if (code !== undefined) return `the ${code.name === text ? 'name' : 'meaning'} of the code ${code.sign}`;
  return 'a remark';
}

function describeOwners({ text, product, activity }: Use): string[] {
  if (product === undefined || activity?.text !== text) return [];
  const held = product.parties.flatMap(({ id, name }) => {
    const signs = activity.codes.get(id) ?? [];
    return signs.length === 0 ? [] : [`${name.source}: ${signs.join(', ')}`];
  });
  return held.length === 0 ? [] : [held.join('; ')];
}

/** The titles that lead to a section, its own last. */
function trailTo(product: Product, section: Section): string {
  return [...sectionsAbove(product, section), section].map(({ title }) => title.source).join(' > ');
}

function underOf(product: Product, section: Section): string {
  const above = sectionsAbove(product, section).map(({ title }) => title.source);
  return above.length === 0 ? '' : `, under ${above.join(' > ')}`;
}

function sectionsAbove(product: Product, { key }: Section): Section[] {
  return flattenSections(product.sections).filter((other) => key.startsWith(`${other.key}.`));
}
