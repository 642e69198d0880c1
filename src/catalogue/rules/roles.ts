import type { Activity, Product } from '../model.ts';

type Role = Product['codes']['codes'][number]['role'];

/** Rows that hold the same codes share them, and several rules ask the same of each. */
const known = new WeakMap<Activity['codes'], ReadonlyMap<Role, readonly string[]>>();

/** The parties that hold a role in an activity; undefined where the code set has no such role. */
export function partiesWith(role: Role, activity: Activity, product: Product): readonly string[] | undefined {
  let byRole = known.get(activity.codes);
  if (byRole === undefined) {
    byRole = new Map(
      product.codes.codes.map((code) => [code.role, findParties(code.role, activity, product)]),
    );
    known.set(activity.codes, byRole);
  }
  return byRole.get(role);
}

function findParties(role: Role, activity: Activity, product: Product): readonly string[] {
  const signs = product.codes.codes.filter((code) => code.role === role).map(({ sign }) => sign);
  return [...activity.codes]
    .filter(([, held]) => held.some((sign) => signs.includes(sign)))
    .map(([party]) => party);
}

/** Whether any party holds any code: rows without one, or with one that is none, have a finding of their own. */
export function hasCodes(activity: Activity): boolean {
  if (activity.readable) for (const held of activity.codes.values()) if (held.length > 0) return true;
  return false;
}

/** The rows that hold codes and in which nobody has a role; none where the code set has no such role. */
export function rowsWithout(role: Role, product: Product): readonly Activity[] {
  return product.activities.filter(
    (activity) => hasCodes(activity) && partiesWith(role, activity, product)?.length === 0,
  );
}

/** From so many rows on, a role that no row of a matrix knows is one thing to say, not one for each row. */
const manyRows = 5;

/** Whether a matrix gives a role to nobody at all, by the rows without it. */
export function areAll(rowsWithout: readonly Activity[], product: Product): boolean {
  return rowsWithout.length >= manyRows && rowsWithout.length === product.activities.filter(hasCodes).length;
}
