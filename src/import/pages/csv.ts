import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { parseForeign } from '../../tables/parse.ts';
import type { GridBlock, Page } from '../page.ts';
import { tidy } from './inline.ts';

/** Reads a CSV file from elsewhere as one table, whatever its columns are called. */
export function readCsv(bytes: Uint8Array, file: string, language: string): Checked<Page> {
  const { value, diagnostics } = parseForeign({ path: file, bytes }, { language });
  if (value === undefined) return failed(...diagnostics);
  const rows = value.map(({ line, cells }, index) => ({
    line,
    isHead: index === 0,
    cells: cells.map((cell) => ({
      text: tidy(cell),
      line,
      span: 1,
      isContinued: false,
      strong: false,
      marks: [],
    })),
  }));
  const grid: GridBlock = { kind: 'grid', line: 1, caption: undefined, rows, mended: [] };
  return checked({ file, format: 'csv', properties: new Map(), blocks: [grid] }, diagnostics);
}
