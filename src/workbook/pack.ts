import type { CarriedText } from './carried.ts';
import { sheetNames } from './names.ts';
import type { DefinedName, Sheet } from './tree.ts';

/**
 * What the workbooks of all packs of one set have in common. Before it stands an overview, a workbook of one sheet, which
 * alone says whose the pack is. Names of sheets, tables and ranges are unique over all members.
 */
export type PackWorkbookBody = {
  /** Font of the cells that have no style of their own. */
  readonly font: string;
  readonly members: readonly PackWorkbookMember[];
};

/** The part of a workbook that is about one annex. */
export type PackWorkbookMember = {
  readonly sheet: Sheet;
  readonly names: readonly DefinedName[];
  /** Texts that it carries unseen, in a sheet of its own. */
  readonly carries: readonly CarriedText[];
};

/** The names of the hidden sheets: for lists of values, and for what each member carries. */
export function hiddenNames({ members }: PackWorkbookBody): {
  readonly lists: string;
  readonly carried: readonly string[];
} {
  const shown = members.map(({ sheet }) => sheet.name);
  const [lists, ...carried] = sheetNames([...shown, 'Lists', ...shown.map(() => '_carried')]).slice(
    shown.length,
  );
  return { lists: lists!, carried };
}

/** The names of the tables and ranges of all members. */
export function namesIn({ members }: PackWorkbookBody): readonly string[] {
  return members.flatMap(({ sheet, names }) => [
    ...(sheet.table ? [sheet.table.name] : []),
    ...names.map(({ name }) => name),
  ]);
}
