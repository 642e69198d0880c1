import type { CellValue, WorkbookDocument } from '../../workbook/tree.ts';

/** Every text of every cell, sheet by sheet, row by row. */
export function paintedTexts(document: WorkbookDocument): readonly string[] {
  return document.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ value }) => textOf(value) ?? [])),
  );
}

function textOf(value: CellValue): string | undefined {
  if (value.kind === 'text' || value.kind === 'link') return value.text;
  return value.kind === 'formula' && typeof value.result === 'string' ? value.result : undefined;
}
