import { makeId } from '../catalogue/ids.ts';
import { identifierForm, isIdentifier } from '../workspace/schemas/identifiers.ts';

/** Something new cannot go by the name it was given, or is there already; ends a run with exit code 2. */
export class NameRefused extends Error {
  override name = 'NameRefused';
}

/** Throws NameRefused for what cannot be the name of a folder, and says what could. */
export function expectIdentifier(what: string, id: string): void {
  if (isIdentifier(id)) return;
  const near = makeId(id, new Set(), what);
  throw new NameRefused(
    `'${id}' cannot be the id of a ${what}: it must be ${identifierForm}. Did you mean '${near}'?`,
  );
}

/**
 * Throws NameRefused where something of the name is there. Case does not count: on many disks `Mail` and `mail` are
 * one folder.
 */
export function expectFree(what: string, id: string, names: readonly string[]): void {
  const taken = names.find((name) => name.toLowerCase() === id);
  if (taken === undefined) return;
  throw new NameRefused(`There is a ${what} '${taken}' already. Nothing was written.`);
}

/** A name to print, made from an id: `email-pro` is Email Pro. */
export function nameFrom(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
