import { from } from '../measuring/program.mjs';

const { layOutCarried, carriedSheetName } = await from('workbook/carried.js');

/** A workbook as finished cells, plain data: its sheets, and `carried`, the one that nobody sees, `{name, columns}`. */
export function cellsOf({ carries, ...tree }) {
  const name = carriedSheetName(tree.sheets.map((sheet) => sheet.name));
  return { ...tree, carried: { name, columns: layOutCarried(carries) } };
}
