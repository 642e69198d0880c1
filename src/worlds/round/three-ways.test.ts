import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planRound } from '../../import/round/plan.ts';
import { buildWorkbook, readGrid, withGrid } from './edited-workbook.ts';
import { column, type Line, linesOf } from './edits.ts';
import {
  labels,
  matrixPath,
  productOf,
  type Row,
  rows,
  rowsOf,
  sections,
  workspaceOf,
  writeMatrix,
} from './matrix.ts';

/* A workbook that is older than the matrix: what one of the two changed is merged, what both changed is told. */
const runs = { seed: 20_261_121, numRuns: 150 };

let workbook: Uint8Array;
let grid: string[][];

beforeAll(async () => {
  workbook = await buildWorkbook(workspaceOf(writeMatrix(rows)), 'mail', 'en');
  grid = readGrid(workbook);
});

/** What becomes of a row, in the workbook or in the matrix; undefined where it is removed. */
type Revision = ((row: Row) => Row) | undefined;

const signs = fc.subarray(['R', 'A', 'C', 'I']).map((held) => held.join(''));
const text = fc.constantFrom('Check the mail', 'Pay; "now"', 'Łódź', 'Back up every day');
const revision: fc.Arbitrary<Revision> = fc.oneof(
  text.map(
    (to): Revision =>
      (row) => ({ ...row, text: to }),
  ),
  text.map(
    (to): Revision =>
      (row) => ({ ...row, note: to }),
  ),
  fc.tuple(fc.nat(2), signs).map(
    ([party, held]): Revision =>
      (row) => ({ ...row, codes: row.codes.with(party, held) }),
  ),
  fc.constantFrom(...sections).map(
    (section): Revision =>
      (row) => ({ ...row, section }),
  ),
  fc.constant(undefined),
);
/** A revision for some of the rows, and for others none. */
const revisions = fc.array(fc.option(revision, { freq: 3, nil: null }), {
  minLength: rows.length,
  maxLength: rows.length,
});

const revise = (row: Row, wanted: Revision | null): Row[] => {
  if (wanted === null) return [row];
  return wanted === undefined ? [] : [wanted(row)];
};

function typed(row: Row, { cells }: Line): readonly string[] {
  const next = cells
    .with(column.section, labels[row.section])
    .with(column.text, row.text)
    .with(column.note, row.note);
  return row.codes.reduce((all, held, party) => all.with(column.codes + party, held), next);
}

/** Brings back the workbook with revised rows into a matrix with revised rows, and some added at its end. */
function bringBack(
  mine: readonly (Revision | null)[],
  theirs: readonly (Revision | null)[],
  accept = false,
  added: readonly Row[] = [],
) {
  const lines = linesOf(grid);
  const sheet = lines.flatMap((line) =>
    revise(line.row, mine[indexOf(line.row)]!).map((row) => typed(row, line)),
  );
  const bytes = withGrid(workbook, [grid[0]!, ...sheet]);
  const matrix = writeMatrix([...rows.flatMap((row) => revise(row, theirs[indexOf(row)]!)), ...added]);
  const planned = planRound(workspaceOf(matrix), { path: 'edited.xlsx', bytes }, { accept });
  const after = (planned.value!.files[matrixPath] as Uint8Array | undefined) ?? matrix;
  return { ...planned, rows: rowsOf(productOf(workspaceOf(after))) };
}

const indexOf = ({ id }: Row): number => rows.findIndex((row) => row.id === id);
const byId = (found: readonly Row[]) => new Map(found.map((row) => [row.id, row]));
const isChange = (row: Row, wanted: Revision | null): boolean =>
  JSON.stringify(revise(row, wanted)) !== JSON.stringify([row]);
const nothing: readonly (Revision | null)[] = rows.map(() => null);

describe('a workbook that is older than the matrix', () => {
  it('is merged where each changed other rows', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        revisions,
        fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length }),
        (all, isMine) => {
          const mine = all.map((wanted, i) => (isMine[i] ? wanted : null));
          const theirs = all.map((wanted, i) => (isMine[i] ? null : wanted));
          const added: Row = {
            id: 'added',
            section: 'end',
            text: 'Added since',
            note: '',
            codes: ['RA', '', ''],
          };
          const { value, diagnostics, rows: found } = bringBack(mine, theirs, false, [added]);
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(value).toMatchObject({ conflicts: [], isOlder: true });
          expect(byId(found)).toEqual(byId([...rows.flatMap((row, i) => revise(row, all[i]!)), added]));
        },
      ),
      runs,
    );
  });

  it('has nothing to bring where both changed the same', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(revisions, (all) => {
        expect(bringBack(all, all).value).toMatchObject({ changes: [], conflicts: [], files: {} });
      }),
      { ...runs, numRuns: 50 },
    );
  });

  it('brings nothing where both changed a cell or a row in two ways', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.nat(rows.length - 1), revision, revision, (at, one, other) => {
        const mine = nothing.with(at, one);
        const theirs = nothing.with(at, other);
        const row = rows[at]!;
        fc.pre(isChange(row, one) && isChange(row, other) && clash(row, one, other));
        const { value, diagnostics, rows: found } = bringBack(mine, theirs);
        expect(value).toMatchObject({ conflicts: [{ id: row.id }], files: {} });
        expect(diagnostics.filter(({ rule }) => rule === 'round-conflict')).toHaveLength(1);
        expect(byId(found)).toEqual(byId(rows.flatMap((each, i) => revise(each, theirs[i]!))));
        const accepted = bringBack(mine, theirs, true);
        expect(byId(accepted.rows)).toEqual(byId(rows.flatMap((each, i) => revise(each, mine[i]!))));
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

/** Whether two revisions of a row cannot both be had. */
function clash(row: Row, one: Revision, other: Revision): boolean {
  if (one === undefined || other === undefined) return one !== other;
  const [mine, theirs] = [one(row), other(row)];
  const differs = (was: string, a: string, b: string): boolean => a !== b && a !== was && b !== was;
  return (
    differs(row.text, mine.text, theirs.text) ||
    differs(row.note, mine.note, theirs.note) ||
    differs(row.section, mine.section, theirs.section) ||
    row.codes.some((was, i) => differs(was, mine.codes[i]!, theirs.codes[i]!))
  );
}
