import { zip } from '../../archive/zip.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import { assertWorkbook } from '../../workbook/valid.ts';
import type { Rendered, WorkbookFormat } from '../format.ts';
import { paintedTexts } from './painted.ts';
import { writeWorkbook } from './workbook.ts';

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
  return { bytes: zip(writeWorkbook(document)), painted: paintedTexts(document) };
}
