import { type PackedPart, type Part, pack } from '../../archive/zip.ts';
import { Recent } from '../recent.ts';
import { writeContentTypes, writeStyles, writeTheme } from './exceljs.ts';
import { writeRelations } from './relations.ts';
import { type ConditionLook, toConditionStyle, toStyle, type UsedStyle } from './style.ts';
import { tableFile } from './table.ts';

/** What many workbooks have in common: all that hangs on how they look, and nothing that hangs on what they say. */
export type Shape = {
  readonly sheets: number;
  readonly tables: number;
  readonly font: string;
  readonly styles: readonly UsedStyle[];
  readonly conditions: readonly ConditionLook[];
};

/** The parts of a workbook that follow from its shape, ready for its archive, and the numbers of its styles. */
export type Skeleton = {
  readonly parts: ReadonlyMap<string, PackedPart>;
  readonly styleNumbers: readonly number[];
  readonly conditionNumbers: readonly number[];
};

/** By the whole of the shape: so a skeleton can carry nothing from one workbook into another that is not in both. */
const kept = new Recent<Skeleton>(32);

/** The skeleton of a shape, which is made once: a few brands have a few kinds of notices each. About 20 kB each. */
export function skeletonOf(shape: Shape): Skeleton {
  return kept.get(JSON.stringify(shape), () => makeSkeleton(shape));
}

function makeSkeleton({ sheets, tables, font, styles, conditions }: Shape): Skeleton {
  const { xml, ...numbers } = writeStyles(font, styles.map(toStyle), conditions.map(toConditionStyle));
  const tableFiles = Array.from({ length: tables }, (_, index) => tableFile(index));
  const parts: readonly Part[] = [
    { path: '[Content_Types].xml', text: writeContentTypes(sheets, tableFiles) },
    { path: '_rels/.rels', text: writeRelations(packageRelations) },
    { path: 'xl/_rels/workbook.xml.rels', text: writeRelations(workbookRelations(sheets)) },
    { path: 'xl/theme/theme1.xml', text: writeTheme() },
    { path: 'xl/styles.xml', text: xml },
  ];
  return {
    parts: new Map(parts.map((part) => [part.path, pack(part)])),
    styleNumbers: numbers.cells,
    conditionNumbers: numbers.conditions,
  };
}

const packageRelations = [
  { type: 'officeDocument', target: 'xl/workbook.xml' },
  { type: 'core-properties', target: 'docProps/core.xml' },
  { type: 'extended-properties', target: 'docProps/app.xml' },
];

/** The sheets first, so that the place of a sheet is that of its relation. */
function workbookRelations(sheets: number) {
  return [
    ...Array.from({ length: sheets }, (_, index) => ({
      type: 'worksheet',
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { type: 'styles', target: 'styles.xml' },
    { type: 'theme', target: 'theme/theme1.xml' },
    { type: 'sharedStrings', target: 'sharedStrings.xml' },
  ];
}
