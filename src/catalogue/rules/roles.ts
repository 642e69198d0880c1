import type { Activity, Product } from '../model.ts';

type Role = Product['codes']['codes'][number]['role'];

/** The parties that hold a role in an activity; undefined where the code set has no such role. */
export function partiesWith(role: Role, activity: Activity, product: Product): readonly string[] | undefined {
  const signs = product.codes.codes.filter((code) => code.role === role).map((code) => code.sign);
  if (signs.length === 0) return undefined;
  return [...activity.codes]
    .filter(([, held]) => held.some((sign) => signs.includes(sign)))
    .map(([party]) => party);
}

/** Whether any party holds any code: rows without one, or with one that is none, have a finding of their own. */
export function hasCodes(activity: Activity): boolean {
  return activity.readable && [...activity.codes.values()].some((held) => held.length > 0);
}
