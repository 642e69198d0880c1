import type { WorkbookDocument } from '../../workbook/tree.ts';
import { assertWorkbook } from '../../workbook/valid.ts';
import type { Rendered, WorkbookFormat } from '../format.ts';
import { writeParts } from './exceljs.ts';
import { paintedTexts } from './painted.ts';
import { buildWorkbook } from './workbook.ts';
import { zip } from './zip.ts';

/** Excel workbooks (ECMA-376, Office Open XML). */
export const xlsxFormat: WorkbookFormat = {
  kind: 'workbook',
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render,
};

async function render(document: WorkbookDocument): Promise<Rendered> {
  assertWorkbook(document);
  const { workbook, names } = buildWorkbook(document);
  const parts = await writeParts(workbook, names, document.font);
  return { bytes: zip(parts), painted: paintedTexts(document) };
}
