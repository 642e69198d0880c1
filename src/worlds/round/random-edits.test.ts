import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planRound, type RoundPlan } from '../../import/round/plan.ts';
import { parseTable } from '../../tables/parse.ts';
import { recordStarts } from '../../tables/scan.ts';
import { buildWorkbook, readGrid, withGrid } from './edited-workbook.ts';
import { edits, type Line, linesOf } from './edits.ts';
import {
  bySection,
  matrixPath,
  productOf,
  type Row,
  rows,
  rowsOf,
  workspaceOf,
  writeMatrix,
} from './matrix.ts';

/*
 * The workbook goes round: edited at random and brought back, it leaves the matrix saying what the sheet says, and
 * every byte of what nobody touched. The seed is fixed; raise `numRuns` to search further.
 */
const runs = { seed: 20_261_121, numRuns: 500 };

const matrix = writeMatrix(rows);
const workspace = workspaceOf(matrix);
let workbook: Uint8Array;
let grid: string[][];

beforeAll(async () => {
  workbook = await buildWorkbook(workspace, 'mail', 'en');
  grid = readGrid(workbook);
});

function bringBack(lines: readonly Line[], into = workspace) {
  const bytes = withGrid(workbook, [grid[0]!, ...lines.map(({ cells }) => cells)]);
  return planRound(into, { path: 'edited.xlsx', bytes }, { accept: false });
}

function after(plan: RoundPlan, before: Uint8Array): Uint8Array {
  return (plan.files[matrixPath] as Uint8Array | undefined) ?? before;
}

/** The lines of a file by the id that each has. */
function linesById(bytes: Uint8Array): Map<string, string> {
  const table = parseTable({ path: 'm.csv', bytes }, { language: 'en' }).value!;
  const starts = recordStarts(table.text, table.dialect.delimiter);
  return new Map(
    table.rows.map((found) => [
      found.cell('id')!.text,
      table.text.slice(starts[found.record]!, starts[found.record + 1] ?? table.text.length),
    ]),
  );
}

const withoutNewIds = (found: readonly Row[]): Row[] =>
  found.map((one) => (rows.some(({ id }) => id === one.id) ? one : { ...one, id: '' }));

describe('an edited workbook', () => {
  it('changes no byte where nobody changed anything', () => {
    const { value, diagnostics } = bringBack(linesOf(grid));
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ changes: [], conflicts: [], files: {} });
  });

  it('leaves the matrix saying what the sheet says, and nothing is lost', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (script) => {
        const lines = linesOf(grid);
        for (const edit of script) edit(lines);
        const { value: plan, diagnostics } = bringBack(lines);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const written = after(plan!, matrix);
        const changed = workspaceOf(written);
        const found = rowsOf(productOf(changed));
        expect(withoutNewIds(bySection(found))).toEqual(bySection(lines.map((line) => line.row)));
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        // What nobody touched keeps its bytes, and the same workbook has nothing more to bring.
        const [old, fresh] = [linesById(matrix), linesById(written)];
        for (const one of rows)
          if (found.some((other) => equal(one, other))) expect(fresh.get(one.id)).toBe(old.get(one.id));
        expect(bringBack(lines, changed).value).toMatchObject({ changes: [], conflicts: [] });
      }),
      runs,
    );
  });
});

function equal(one: Row, other: Row): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
