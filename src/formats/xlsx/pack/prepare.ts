import { type Part, type ZipFront, zipBehind, zipFront } from '../../../archive/zip.ts';
import type { PackWorkbookBody } from '../../../workbook/pack.ts';
import type { Sheet, WorkbookDocument } from '../../../workbook/tree.ts';
import { assertWorkbook } from '../../../workbook/valid.ts';
import { Recent } from '../../recent.ts';
import { writeContents } from '../contents.ts';
import { paintedTexts } from '../painted.ts';
import { writeAppProperties, writeCoreProperties } from '../properties.ts';
import type { Shared } from '../sheet.ts';
import { skeletonOf } from '../skeleton.ts';
import { inlineStrings } from '../strings.ts';
import type { UsedStyle, UsedStyles } from '../style.ts';
import { ValidationLists } from '../validation.ts';
import { sheetParts } from '../workbook.ts';
import { type WrittenBody, writeBody } from './body.ts';

/** The workbook of a pack but for its overview, written once for all contracts of its set. */
export type PreparedWorkbook = {
  /** Every text of every cell, by member, for the proof. */
  readonly painted: readonly (readonly string[])[];
  /**
   * Puts an overview in front: a workbook of one sheet, with the properties of the whole. Two pieces: the first is the same
   * object for all overviews that look alike. What comes out hangs on the body and the overview alone.
   */
  bind(overview: WorkbookDocument): [Uint8Array, Uint8Array];
};

/** Prepares the workbooks of a set. */
export function preparePackWorkbook(body: PackWorkbookBody): PreparedWorkbook {
  const written = writeBody(body);
  const fronts = new Recent<Front>(4);
  return {
    painted: body.members.map(({ sheet }) => paintedTexts({ sheets: [sheet] })),
    bind(overview) {
      assertWorkbook(overview);
      const sheet = overview.sheets[0]!;
      const used = written.used.and(sheet);
      const key = keyOf(overview, sheet, used.list.slice(written.used.list.length));
      const { front, numbers } = fronts.get(key, () => makeFront(body, written, overview, used));
      const shared: Shared = {
        styles: { numberOf: (cell) => numbers[used.placeOf(cell)]! },
        texts: inlineStrings,
        lists: noLists,
        tables: [],
        conditions: new Map(),
      };
      const core: Part = { path: 'docProps/core.xml', text: writeCoreProperties(overview) };
      return zipBehind(front, [...sheetParts(sheet, 0, shared), core]);
    },
  };
}

const noLists = new ValidationLists([]);

/** What many workbooks of a set begin with, and the numbers that their styles have. */
type Front = { readonly front: ZipFront; readonly numbers: readonly number[] };

/** All that the front takes from an overview: none of it is a text of a cell. */
function keyOf(
  { properties, names }: WorkbookDocument,
  { name, print }: Sheet,
  styles: readonly UsedStyle[],
): string {
  return JSON.stringify([properties.author, name, print.titleRows, names, styles]);
}

function makeFront(
  { font, members }: PackWorkbookBody,
  { parts, hidden, tables, conditions }: WrittenBody,
  overview: WorkbookDocument,
  used: UsedStyles,
): Front {
  const sheets = [...overview.sheets, ...members.map(({ sheet }) => sheet)];
  const names = [...overview.names, ...members.flatMap((member) => member.names)];
  const all: WorkbookDocument = { ...overview, sheets, names };
  const titles = [...sheets, ...hidden].map(({ name }) => name);
  const skeleton = skeletonOf({ sheets: titles.length, tables, font, styles: used.list, conditions });
  const kept = (path: string) => skeleton.parts.get(path)!;
  const front = zipFront([
    kept('[Content_Types].xml'),
    kept('_rels/.rels'),
    kept('xl/_rels/workbook.xml.rels'),
    ...parts,
    kept('xl/theme/theme1.xml'),
    kept('xl/styles.xml'),
    { path: 'docProps/app.xml', text: writeAppProperties(all, titles) },
    { path: 'xl/workbook.xml', text: writeContents(all, hidden) },
  ]);
  return { front, numbers: skeleton.styleNumbers };
}
