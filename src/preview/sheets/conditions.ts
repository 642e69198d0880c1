import type { Condition, Sheet, SheetCell } from '../../workbook/tree.ts';

/** What a condition adds to the look of a cell. */
export type Added = Pick<Condition, 'bold' | 'fill' | 'colour'>;

/**
 * The one question that this reads: whether a word stands in the cell itself. A spreadsheet program answers any formula;
 * what another template may ask is left to it.
 */
const question = /^ISNUMBER\(FIND\(" ([^"]+) "," "&\$?[A-Z]+\$?\d+&" "\)\)$/;

/** What the conditions of a sheet make of its cells: of weight, fill and colour, the first that says it decides. */
export function conditionsIn(sheet: Sheet): (row: number, cell: SheetCell) => Added | undefined {
  const read = sheet.conditions.flatMap((condition) => {
    const word = question.exec(condition.formula)?.[1];
    return word === undefined ? [] : [{ condition, word }];
  });
  return (row, { column, value }) => {
    if (value.kind !== 'text') return undefined;
    const { text } = value;
    const holding = read
      .filter(({ condition: { range } }) => row >= range.top && row <= range.bottom)
      .filter(({ condition: { range } }) => column >= range.left && column <= range.right)
      .filter(({ word }) => ` ${text} `.includes(` ${word} `))
      .map(({ condition }) => condition);
    if (holding.length === 0) return undefined;
    return {
      bold: holding.some(({ bold }) => bold),
      fill: holding.find(({ fill }) => fill !== undefined)?.fill,
      colour: holding.find(({ colour }) => colour !== undefined)?.colour,
    };
  };
}
