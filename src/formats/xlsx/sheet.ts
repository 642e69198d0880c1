import type { CellValue as ExcelValue, PageSetup, Workbook, Worksheet } from 'exceljs';
import { rangeAddress, sheetRange } from '../../workbook/address.ts';
import type { CellValue, Condition, PrintSetup, Sheet, SheetCell, SheetTable } from '../../workbook/tree.ts';
import { addValidation } from './exceljs.ts';
import { argb, conditionStyle, type StyleSheet } from './style.ts';
import { escapeText, footerCode, isMisreadWhenRetyped } from './text.ts';
import { toValidation, type ValidationLists } from './validation.ts';

const PAPER = { A4: 9, Letter: 1 } as const;
const FOOTER_LENGTH = 255;

/** Adds one sheet of the tree to the workbook. */
export function buildSheet(
  workbook: Workbook,
  sheet: Sheet,
  styles: StyleSheet,
  lists: ValidationLists,
): void {
  const target = workbook.addWorksheet(sheet.name, {
    pageSetup: pageSetup(sheet.print),
    headerFooter: { oddFooter: footer(sheet.print) },
    views: [view(sheet)],
    properties: sheet.tabColour ? { tabColor: { argb: argb(sheet.tabColour) } } : {},
  });
  sheet.columns.forEach(({ width, hidden }, index) => {
    Object.assign(target.getColumn(index + 1), { width, hidden });
  });
  // The table before the cells: exceljs writes the cells of a table again.
  if (sheet.table) addTable(target, sheet.table);
  for (const { top, left, bottom, right } of sheet.merges) target.mergeCells(top, left, bottom, right);
  writeRows(target, sheet, styles);
  for (const validation of sheet.validations) {
    addValidation(target, rangeAddress(validation.range), toValidation(validation, lists));
  }
  sheet.conditions.forEach((condition, index) => {
    addCondition(target, condition, index + 1);
  });
}

function view({ freeze, zoom }: Sheet): Worksheet['views'][number] {
  const common = { showGridLines: false, zoomScale: zoom, zoomScaleNormal: zoom };
  if (freeze.rows === 0 && freeze.columns === 0) return { state: 'normal', ...common };
  return { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, ...common };
}

function pageSetup({ paper, orientation, titleRows }: PrintSetup): Partial<PageSetup> {
  return {
    paperSize: PAPER[paper] as number,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    // As many pages as it takes.
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    ...(titleRows && { printTitlesRow: titleRows.join(':') }),
  };
}

/** Excel calls a file damaged whose footer has more than 255 characters: the left part gives way. */
function footer({ footer }: PrintSetup): string {
  const right = footerCode(footer.right, footer.font, footer.colour, 100);
  const left = footerCode(footer.left, footer.font, footer.colour, FOOTER_LENGTH - right.length - 4);
  return (left && `&L${left}`) + (right && `&R${right}`);
}

/** No totals row, and no theme, so that the cells keep their own look. The filter buttons come with the table. */
function addTable(target: Worksheet, { name, range, columns }: SheetTable): void {
  const height = range.bottom - range.top;
  target.addTable({
    name,
    displayName: name,
    ref: rangeAddress({ ...range, bottom: range.top, right: range.left }),
    headerRow: true,
    totalsRow: false,
    style: { theme: null, showRowStripes: false } as never,
    columns: columns.map((column) => ({ name: escapeText(column), filterButton: true })),
    rows: Array.from({ length: height }, () => []),
  });
}

function writeRows(target: Worksheet, { rows }: Sheet, styles: StyleSheet): void {
  rows.forEach(({ height, cells }, index) => {
    const row = target.getRow(index + 1);
    if (height !== undefined) row.height = height;
    for (const cell of cells) {
      const place = row.getCell(cell.column);
      if (cell.value.kind !== 'empty') place.value = toValue(cell.value);
      place.style = styles.styleOf(cell.style, keepsText(cell));
    }
  });
}

function keepsText({ value, style }: SheetCell): boolean {
  return value.kind === 'text' && style.format === undefined && isMisreadWhenRetyped(value.text);
}

function toValue(value: Exclude<CellValue, { kind: 'empty' }>): ExcelValue {
  switch (value.kind) {
    case 'text':
      return escapeText(value.text);
    case 'number':
      return value.number;
    case 'date':
      // Excel knows no time zones: midnight in UTC is the day itself wherever the file is made.
      return new Date(`${value.date}T00:00:00Z`);
    case 'formula': {
      const result = typeof value.result === 'string' ? escapeText(value.result) : value.result;
      return { formula: escapeText(value.formula), result };
    }
    case 'link': {
      const start = { top: 1, left: 1, bottom: 1, right: 1 };
      const target = value.target;
      const hyperlink = 'url' in target ? target.url : sheetRange(target.sheet, start).replaceAll('$', '');
      return { text: escapeText(value.text), hyperlink };
    }
  }
}

function addCondition(target: Worksheet, condition: Condition, priority: number): void {
  target.addConditionalFormatting({
    ref: rangeAddress(condition.range),
    rules: [
      {
        type: 'expression',
        priority,
        formulae: [escapeText(condition.formula)],
        style: conditionStyle(condition),
      },
    ],
  });
}
