import { readWorkbook } from '../../readers/xlsx/workbook.ts';
import type { Block, GridRow, Page } from '../page.ts';
import { tidy } from './inline.ts';

/** Reads a workbook: each sheet that a reader can see is a heading and a table. Throws Damaged. */
export function readXlsx(bytes: Uint8Array, file: string): Page {
  const { sheets } = readWorkbook(bytes);
  const blocks = sheets.flatMap(({ name, rows }): Block[] => {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
    const read = rows.map((row): GridRow => {
      const texts = new Map(row.cells.map(({ column, text }) => [column, text]));
      const cells = Array.from({ length: width }, (_, index) =>
        cellOf(texts.get(index + 1) ?? '', row.number),
      );
      return { line: row.number, isHead: false, cells };
    });
    const heading = { kind: 'heading', level: 1, text: name, line: 1 } as const;
    if (read.length === 0) return [heading];
    return [heading, { kind: 'grid', line: read[0]!.line, caption: undefined, rows: read, mended: [] }];
  });
  return { file, format: 'xlsx', properties: new Map(), blocks };
}

function cellOf(text: string, line: number) {
  return { text: tidy(text), line, span: 1, isContinued: false, strong: false, marks: [] };
}
