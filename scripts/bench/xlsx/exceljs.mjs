// Stock exceljs, used as its documentation shows: the same sheets, a new workbook each time.
import exceljs from 'exceljs';
import { absolute, address, footerOf } from './sheets.mjs';

export async function exceljsPress({ properties, sheets, carried, names }) {
  const workbook = new exceljs.Workbook();
  const date = new Date(properties.date);
  const { title, subject, author, keywords } = properties;
  Object.assign(workbook, {
    title,
    subject,
    creator: author,
    company: author,
    created: date,
    modified: date,
  });
  workbook.keywords = keywords.join(', ');
  for (const sheet of sheets) addSheet(workbook, sheet);
  addCarried(workbook, carried);
  for (const { name, sheet, range } of names) workbook.definedNames.add(absolute(sheet, range), name);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(
  workbook,
  { name, tabColour, columns, rows, merges, table, validations, conditions, ...sheet },
) {
  const { freeze, zoom, print } = sheet;
  const frozen = { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows };
  const target = workbook.addWorksheet(name, {
    pageSetup: pageSetup(print),
    headerFooter: { oddFooter: footerOf(print) },
    views: [{ ...(freeze.rows + freeze.columns > 0 && frozen), showGridLines: false, zoomScale: zoom }],
    properties: tabColour ? { tabColor: argb(tabColour) } : {},
  });
  for (const [i, column] of columns.entries()) Object.assign(target.getColumn(i + 1), column);
  if (table) addTable(target, table);
  for (const { top, left, bottom, right } of merges) target.mergeCells(top, left, bottom, right);
  for (const [i, row] of rows.entries()) writeRow(target.getRow(i + 1), row);
  for (const validation of validations) addValidation(target, validation);
  for (const [i, condition] of conditions.entries()) addCondition(target, condition, i + 1);
}

function pageSetup({ orientation, titleRows }) {
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    ...(titleRows && { printTitlesRow: titleRows.join(':') }),
  };
}

function addTable(target, { name, range, columns }) {
  target.addTable({
    name,
    ref: address(range).split(':')[0],
    headerRow: true,
    style: { theme: null, showRowStripes: false },
    columns: columns.map((column) => ({ name: column, filterButton: true })),
    rows: Array.from({ length: range.bottom - range.top }, () => []),
  });
}

function writeRow(row, { height, cells }) {
  if (height !== undefined) row.height = height;
  for (const { column, value, style } of cells) {
    const cell = row.getCell(column);
    if (value.kind !== 'empty') cell.value = toValue(value);
    const { font, align, border, fill, format } = style;
    cell.font = { ...font, color: argb(font.colour) };
    cell.alignment = { ...align, wrapText: align.wrap };
    cell.border = Object.fromEntries(
      Object.entries(border).map(([edge, { line, colour }]) => [edge, { style: line, color: argb(colour) }]),
    );
    if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(fill) };
    if (format) cell.numFmt = format;
  }
}

function toValue(value) {
  if (value.kind === 'formula') return { formula: value.formula, result: value.result };
  if (value.kind === 'link')
    return { text: value.text, hyperlink: value.target.url ?? `#'${value.target.sheet}'!A1` };
  return value.text ?? value.number ?? new Date(value.date);
}

/** The documented way: cell by cell. */
function addValidation(target, { range, allowed, title, message }) {
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      target.getCell(row, column).dataValidation = {
        type: 'list',
        formulae: [`"${allowed.join(',')}"`],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: title,
        error: message,
      };
}

function addCondition(target, { range, formula, bold, fill, colour }, priority) {
  const style = {
    font: { bold, ...(colour && { color: argb(colour) }) },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) } }),
  };
  target.addConditionalFormatting({
    ref: address(range),
    rules: [{ type: 'expression', priority, formulae: [formula], style }],
  });
}

function addCarried(workbook, { name, columns }) {
  const sheet = workbook.addWorksheet(name, { state: 'veryHidden' });
  for (const [column, pieces] of columns.entries())
    for (const [row, piece] of pieces.entries()) sheet.getCell(row + 1, column + 1).value = piece;
}

function argb(colour) {
  return { argb: `FF${colour.slice(1)}` };
}
