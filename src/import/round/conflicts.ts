import type { Product } from '../../catalogue/model.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Table } from '../../tables/table.ts';
import type { RoundContext } from './context.ts';
import type { Conflict } from './merge.ts';
import { type Field, partyOf } from './values.ts';

/** Conflicts as findings at their places in the matrix, each with the three values. */
export function conflictFindings(
  conflicts: readonly Conflict[],
  { product, table }: { readonly product: Product; readonly table: Table },
  context: RoundContext,
): Diagnostic[] {
  const hints = ['Change one of the two to say the same, or take what the workbook says with --accept.'];
  return conflicts.map((conflict) =>
    error('round-conflict', placeIn(conflict, product, table), sayConflict(conflict, product, context), {
      hints,
    }),
  );
}

function placeIn({ id, field }: Conflict, product: Product, table: Table): Place {
  const row = table.rows.find((candidate) => candidate.cell('id')?.text === id);
  const column = field === 'row' || field === 'order' ? 'activity' : (partyOf(field) ?? field);
  const cell = row?.cell(column);
  if (cell === undefined) return { file: `${product.folder}/matrix.csv` };
  return { file: table.file, cell: { record: cell.record, field: cell.field } };
}

function sayConflict(conflict: Conflict, product: Product, { at, origin }: RoundContext): string {
  const { id, field, row, workbook, matrix } = conflict;
  const clause = origin.activities.get(id)?.clause;
  const name = clause === undefined ? `'${id}'` : `clause ${clause} ('${id}')`;
  const column = field === 'row' || field === 'order' ? 'activity' : field;
  const where = row === undefined ? '' : ` (${at(row, column)})`;
  if (field === 'order') {
    return `The workbook moved ${name} in its section${where}, and rows of that section were moved here too.`;
  }
  if (matrix === undefined) {
    return `The matrix no longer has ${name}; the workbook changed it to ${say(workbook)}${where}.`;
  }
  if (conflict.changed !== undefined) {
    const what = nameField(conflict.changed, product);
    return `The workbook no longer has ${name}; when it was made ${what} ${say(conflict.origin)}, and now it is ${say(matrix)}.`;
  }
  const what = nameField(field as Field, product);
  return `In ${name} ${what} ${say(conflict.origin)}; the matrix now says ${say(matrix)}, the workbook ${say(workbook)}${where}.`;
}

function nameField(field: Field, { parties }: Product): string {
  const party = partyOf(field);
  if (party !== undefined) return `'${parties.find(({ id }) => id === party)?.name.source ?? party}' held`;
  return { section: 'the section was', activity: 'the text was', note: 'the note was' }[
    field as 'section' | 'activity' | 'note'
  ];
}

function say(value: string | undefined): string {
  return value === undefined || value === '' ? 'nothing' : `'${value}'`;
}
