import { columnLetters } from '../../workbook/address.ts';
import type { CellValue, LinkTarget, SheetRow } from '../../workbook/tree.ts';
import type { CellTexts } from './strings.ts';
import type { StyleNumbers } from './style.ts';
import { escapeText } from './text.ts';
import { escapeXml } from './xml.ts';

/** A link that fills a cell: Excel keeps it apart from the cell. */
export type CellLink = { readonly address: string; readonly target: LinkTarget };

/** The rows of a sheet as XML, and what of them stands elsewhere in the sheet. */
export type WrittenRows = {
  readonly xml: string;
  /** How many columns have cells. */
  readonly width: number;
  readonly links: readonly CellLink[];
};

/** Writes the rows of a sheet from its first on (ECMA-376, CT_Row and CT_Cell). */
export function writeRows(rows: readonly SheetRow[], styles: StyleNumbers, texts: CellTexts): WrittenRows {
  const letters: string[] = [];
  const links: CellLink[] = [];
  let xml = '';
  rows.forEach(({ height, cells }, index) => {
    const row = index + 1;
    xml += `<row r="${row}"${height ? ` ht="${height}" customHeight="1"` : ''}>`;
    for (const cell of inOrder(cells)) {
      while (letters.length < cell.column) letters.push(columnLetters(letters.length + 1));
      const address = `${letters[cell.column - 1]!}${row}`;
      xml += `<c r="${address}" s="${styles.numberOf(cell)}"${writeValue(cell.value, texts)}`;
      if (cell.value.kind === 'link') links.push({ address, target: cell.value.target });
    }
    xml += '</row>';
  });
  return { xml, width: letters.length, links };
}

/** Excel calls a file damaged whose cells do not stand from left to right. */
function inOrder<Cell extends { readonly column: number }>(cells: readonly Cell[]): readonly Cell[] {
  const isSorted = cells.every(({ column }, index) => index === 0 || column > cells[index - 1]!.column);
  return isSorted ? cells : cells.toSorted((one, other) => one.column - other.column);
}

/** The rest of a cell's tag after its address and style, and what stands in it. */
function writeValue(value: CellValue, texts: CellTexts): string {
  switch (value.kind) {
    case 'empty':
      return '/>';
    case 'text':
    case 'link':
      return texts.cellOf(value.text);
    case 'number':
      return `><v>${value.number}</v></c>`;
    case 'date':
      return `><v>${countDays(value.date)}</v></c>`;
    case 'formula':
      return writeFormula(value);
  }
}

/** A day as Excel counts it, which knows no time zones: 1 March 1900 is 61. */
function countDays(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}

function writeFormula({ formula, result }: Extract<CellValue, { kind: 'formula' }>): string {
  const written = `<f>${escapeXml(escapeText(formula))}</f>`;
  if (typeof result === 'number') return `>${written}<v>${result}</v></c>`;
  return ` t="str">${written}<v>${escapeXml(escapeText(result))}</v></c>`;
}
