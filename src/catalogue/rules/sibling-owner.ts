import { wordsOf } from '../../likeness/near.ts';
import { groupSiblings, pairGroups, type Sibling, shareProduct, wordsIn } from '../siblings/groups.ts';
import { type Camp, isUniform, partByOwner } from '../siblings/owners.ts';
import { shorten } from '../texts.ts';
import { quote } from './pairs.ts';
import type { Finding, Rule } from './rule.ts';

/** An activity that one product gives to another party than its siblings do. */
export const siblingOwner: Rule = {
  id: 'sibling-owner',
  severity: 'warning',
  asks: 'An activity that stands in several products has the same owner in all of them.',
  why: 'A customer of both reads the same words twice and finds two answers; one of the two is often a slip.',
  example: {
    file: 'matrix.csv',
    broken: 'patches,use,Roll out patches for the operating system,,RA,I',
    mended: 'patches,use,Roll out patches for the operating system,,I,RA',
  },
  *check(catalogue) {
    const groups = groupSiblings(catalogue);
    const owned = groups.map((group) => partByOwner(group, 'accountable'));
    for (const [i, group] of groups.entries()) if (group.length > 1) yield* deviationsIn(owned[i]!);
    for (const { first, second } of pairGroups(groups))
      yield* deviationBetween(owned[first]!, owned[second]!);
  },
};

/** Of equal texts: another accountable party, or the same one and somebody else who does the work. */
function* deviationsIn(camps: readonly Camp[]): Generator<Finding> {
  yield* minorities(camps, 'accountable');
  for (const { members } of camps) {
    if (!isUniform(members)) yield* minorities(partByOwner(members, 'responsible'), 'responsible');
  }
}

function* minorities([most, ...others]: readonly Camp[], role: string): Generator<Finding> {
  if (most === undefined) return;
  for (const { parties, members } of others) {
    for (const sibling of members) yield deviation(sibling, parties, most, role, 'the same words');
  }
}

/**
 * Of texts that are nearly equal: only where all of one have another accountable party than all of the other, and
 * neither names a party that the other leaves out, for then the texts themselves say why.
 */
function* deviationBetween(ours: readonly Camp[], theirs: readonly Camp[]): Generator<Finding> {
  const [[first, ...more], [second, ...others]] = [ours, theirs];
  if (first === undefined || second === undefined || more.length + others.length > 0) return;
  if (isSameOwner(first, second) || shareProduct(first.members, second.members)) return;
  const [most, fewer] = first.members.length > second.members.length ? [first, second] : [second, first];
  const [sibling, model] = [fewer.members[0]!, most.members[0]!];
  const difference = compareWords(sibling, model);
  if (namesParty(difference, [sibling, model])) return;
  yield deviation(sibling, fewer.parties, most, 'accountable', `nearly the same words (${tell(difference)})`);
}

/** Parties that one of the products does not know cannot be compared, and pass for the same. */
function isSameOwner(ours: Camp, theirs: Camp): boolean {
  if (ours.parties.join(' ') === theirs.parties.join(' ')) return true;
  return !knowsAll(ours, theirs.parties) || !knowsAll(theirs, ours.parties);
}

function knowsAll({ members }: Camp, parties: readonly string[]): boolean {
  const known = members[0]!.product.parties;
  return parties.every((party) => known.some(({ id }) => id === party));
}

function deviation(
  { product, activity }: Sibling,
  parties: readonly string[],
  { parties: theirs, members }: Camp,
  role: string,
  likeness: string,
): Finding {
  const model = members[0]!;
  const more = members.length - 1;
  const where = `'${model.product.id}'${more === 0 ? '' : ` and ${more} more ${more === 1 ? 'product' : 'products'}`}`;
  return {
    place: activity.text.place,
    also: model.activity.text.place,
    message: `'${shorten(activity.text.source)}': ${role} here is ${parties.join(' and ')}, but ${theirs.join(' and ')} in ${where}, in ${likeness}.`,
    hints: ['Correct one of them, or say in its text what makes it another activity.'],
    scope: { product: product.id, row: activity.id },
  };
}

/** The words that one of two texts has and the other has not. */
type Difference = { readonly here: readonly string[]; readonly there: readonly string[] };

function compareWords(ours: Sibling, theirs: Sibling): Difference {
  const only = (words: readonly string[], others: readonly string[]) =>
    words.filter((word) => !others.includes(word));
  const [here, there] = [wordsIn(ours), wordsIn(theirs)];
  return { here: only(here, there), there: only(there, here) };
}

function namesParty({ here, there }: Difference, siblings: readonly Sibling[]): boolean {
  const names = siblings
    .flatMap(({ product }) => product.parties)
    .flatMap(({ id, name, short }) => [id, name.source, short?.source ?? '']);
  const words = new Set(names.flatMap(wordsOf));
  return [...here, ...there].some((word) => words.has(word));
}

function tell({ here, there }: Difference): string {
  const parts = [
    here.length > 0 ? `without ${quote(here)}` : '',
    there.length > 0 ? `with ${quote(there)}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
