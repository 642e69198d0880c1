import { rangeAddress } from '../../workbook/address.ts';
import type { SheetTable } from '../../workbook/tree.ts';
import { escapeText } from './text.ts';
import { declaration, escapeXml, spreadsheet } from './xml.ts';

/** The file of the table at a place among the tables of the workbook. */
export function tableFile(index: number): string {
  return `table${index + 1}.xml`;
}

/**
 * The part of a table (ECMA-376, CT_Table): a filter over all its columns, no totals row, and no theme, so that the cells
 * keep their own look. `index` is its place among the tables of the workbook, counted from 0.
 */
export function writeTable({ name, range, columns }: SheetTable, index: number): string {
  const address = rangeAddress(range);
  const called = escapeXml(name);
  const heads = columns.map(
    (column, place) => `<tableColumn id="${place + 1}" name="${escapeXml(escapeText(column))}"/>`,
  );
  return (
    `${declaration}<table xmlns="${spreadsheet}" id="${index + 1}" name="${called}" displayName="${called}" ` +
    `ref="${address}" totalsRowShown="0">` +
    `<autoFilter ref="${address}"/>` +
    `<tableColumns count="${columns.length}">${heads.join('')}</tableColumns>` +
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}
