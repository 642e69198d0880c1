import { partiesWith } from '../rules/roles.ts';
import type { Group, Sibling } from './groups.ts';

type Role = Parameters<typeof partiesWith>[0];

/** Those of a group with the same parties in a role. */
export type Camp = { readonly parties: readonly string[]; readonly members: Group };

/**
 * Parts a group by who holds a role: most products first, then the one that comes last, so that of two it is the first
 * one that differs. Rows without anybody in the role, or whose party another product of the group does not know, take
 * no part: rules of their own speak of the first, and of the second nothing can be said.
 */
export function partByOwner(group: Group, role: Role): readonly Camp[] {
  if (isUniform(group)) {
    const parties = ownersOf(group[0]!, role);
    return parties.length === 0 ? [] : [{ parties, members: group }];
  }
  const common = partiesInAll(group);
  const camps = new Map<string, Sibling[]>();
  for (const sibling of group) {
    const parties = ownersOf(sibling, role);
    if (parties.length === 0 || !parties.every((party) => common.has(party))) continue;
    const key = parties.length === 1 ? parties[0]! : parties.join(' ');
    const camp = camps.get(key);
    if (camp === undefined) camps.set(key, [sibling]);
    else camp.push(sibling);
  }
  return [...camps.values()]
    .reverse()
    .sort((a, b) => b.length - a.length)
    .map((members) => ({ parties: ownersOf(members[0]!, role), members }));
}

/** Whether all rows hold the same codes, of the same parties: such rows share them (code-cells.ts). */
export function isUniform(group: Group): boolean {
  const codes = group[0]?.activity.codes;
  return group.every(({ activity }) => activity.codes === codes);
}

function ownersOf({ activity, product }: Sibling, role: Role): readonly string[] {
  return partiesWith(role, activity, product) ?? [];
}

function partiesInAll(group: Group): ReadonlySet<string> {
  const common = new Set(group[0]!.product.parties.map(({ id }) => id));
  for (const { product } of group) {
    for (const party of common) if (!product.parties.some(({ id }) => id === party)) common.delete(party);
  }
  return common;
}
