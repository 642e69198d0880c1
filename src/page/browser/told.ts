import type { ToldCatalogue, ToldChanges } from '../told.ts';

declare global {
  /** Set by the script of the catalogue, which runs before this one. */
  var annexes: ToldCatalogue;
  /** Set by the scripts of the products, each loaded when somebody asks what changed. */
  var changes: Readonly<Record<string, ToldChanges>> | undefined;
}

export const catalogue: ToldCatalogue = globalThis.annexes;
