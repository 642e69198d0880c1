// What a finished workbook says, read again.
import exceljs from 'exceljs';
import { saidIn } from './sheets.mjs';

/** Throws where a workbook does not say every cell, or lost its names, merges, validations or conditions. */
export async function requireCells(name, tree, bytes) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes);
  for (const { sheet, row, column, text, formula } of saidIn(tree)) {
    const cell = workbook.getWorksheet(sheet)?.getCell(row, column);
    const said = String(cell?.result ?? cell?.text);
    if (said !== text || (formula !== undefined && cell.formula !== formula))
      throw new Error(
        `${name}: ${sheet} row ${row} column ${column} says '${said}', and was to say '${text}'`,
      );
  }
  for (const sheet of tree.sheets) requireFeatures(name, sheet, workbook.getWorksheet(sheet.name));
  const names = workbook.definedNames.model.filter((one) => !one.name.startsWith('_'));
  requireCount(name, 'defined names', names.length, tree.names.length);
}

function requireFeatures(name, { merges, validations, conditions }, read) {
  requireCount(name, 'merges', read.model.merges.length, merges.length);
  requireCount(
    name,
    'conditions',
    read.conditionalFormattings.flatMap(({ rules }) => rules).length,
    conditions.length,
  );
  const validated = Object.keys(read.dataValidations.model).length > 0;
  requireCount(name, 'validations', Number(validated), Math.min(1, validations.length));
}

function requireCount(name, what, found, wanted) {
  if (found !== wanted) throw new Error(`${name}: ${found} ${what}, and was to have ${wanted}`);
}
