import type { CellValue, WorkbookDocument } from '../../workbook/tree.ts';

/** Every text of every cell, sheet by sheet, row by row. */
export function paintedTexts({ sheets }: Pick<WorkbookDocument, 'sheets'>): readonly string[] {
  const texts: string[] = [];
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const { value } of cells) {
        const text = textOf(value);
        if (text !== undefined) texts.push(text);
      }
    }
  }
  return texts;
}

function textOf(value: CellValue): string | undefined {
  if (value.kind === 'text' || value.kind === 'link') return value.text;
  return value.kind === 'formula' && typeof value.result === 'string' ? value.result : undefined;
}
