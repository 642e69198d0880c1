import { error, type Scope, warning } from '../diagnostics/diagnostic.ts';
import type { Cell, Row, Table } from '../tables/table.ts';
import { placeOfCell } from './cells.ts';
import { type CodeCells, codeCells } from './code-cells.ts';
import { idExpectation, idPattern, spreadsheetDanger } from './ids.ts';
import type { CodeSet, Party } from './model.ts';
import { checkColumns, type Reader } from './reader.ts';
import { type SectionEntry, type Unnumbered, unknownSection } from './sections.ts';
import { shorten } from './texts.ts';

/** Columns of a matrix that are not parties. */
export const matrixColumns = { required: ['id', 'section', 'activity'], optional: ['note'] } as const;

/** What the rows of a matrix are read against. */
export type MatrixContext = {
  readonly language: string;
  readonly parties: readonly Party[];
  readonly codes: CodeSet;
  readonly sections: readonly SectionEntry[];
  /** Further columns that are carried along. */
  readonly extras: readonly string[];
  readonly scope: Scope;
};

const noExtras: ReadonlyMap<string, string> = new Map();

/** Reads the rows of a matrix. Rows with a fault are kept as far as they go, so that one run names every fault. */
export function readMatrix(reader: Reader, table: Table, context: MatrixContext): Unnumbered[] {
  const parties = context.parties.map((party) => party.id);
  const faults = checkColumns(
    table,
    {
      required: [...matrixColumns.required, ...parties],
      optional: [...matrixColumns.optional, ...context.extras],
      advice:
        'Declare a party under `parties:`, any other column under `columns:`, in annex.yaml or product.yaml.',
    },
    context.scope,
  );
  reader.report(...faults);
  // Without all its columns every row would be at fault, which helps nobody.
  if (faults.some((fault) => fault.rule === 'column-missing')) return [];
  if (table.rows.length === 0) {
    reader.report(
      error('matrix-empty', placeOfCell(table.file, table.header[0]!), 'The matrix has no activities.', {
        hints: ['Each line below the header is an activity. To take a product out, remove its folder.'],
        scope: context.scope,
      }),
    );
  }
  const ids = new Map<string, Cell>();
  const ragged = reader.ragged.get(table.file);
  const keep = (text: string) => reader.texts.keep(text);
  const rowContext = { ...context, cells: codeCells(context.codes, parties), keep };
  return table.rows.map((row) => {
    const isRagged = ragged?.has(row.record) === true;
    const listener = isRagged ? nobody : reader;
    checkId(listener, table, row, ids, context.scope);
    const activity = readActivity(listener, table, row, rowContext);
    return isRagged ? { ...activity, readable: false } : activity;
  });
}

/** Who is told what is wrong with a row. */
type Listener = Pick<Reader, 'report'>;

/** Of a record with cells too many or too few that alone is said, not what its cells say in the wrong columns. */
const nobody: Listener = { report: () => {} };

/** What a row is read against: the cells read before it too. */
type RowContext = MatrixContext & { readonly cells: CodeCells; readonly keep: (text: string) => string };

function readActivity(reader: Listener, table: Table, row: Row, context: RowContext): Unnumbered {
  const id = context.keep(row.cell('id')?.text ?? '');
  const activity = row.cell('activity');
  const note = row.cell('note');
  const section = row.cell('section');
  if (section !== undefined && !context.sections.some((entry) => entry.key === section.text)) {
    const place = placeOfCell(table.file, section);
    reader.report(unknownSection(section.text, place, context.sections, { ...context.scope, row: id }));
  }
  const cells = context.parties.map((party) =>
    readCell(reader, table, row.cell(party.id), party, id, context),
  );
  const first = activity ?? table.header[0]!;
  const { keep } = context;
  const text = (textId: string, cell: Cell) => ({
    id: textId,
    source: keep(cell.text),
    language: context.language,
    place: placeOfCell(table.file, cell),
  });
  const said = activity === undefined ? { ...text(id, first), source: '' } : text(id, activity);
  return {
    id,
    section: keep(section?.text ?? ''),
    text: said,
    note: note === undefined || note.text === '' ? undefined : text(`note.${id}`, note),
    codes: context.cells.share(cells),
    readable: cells.every((cell) => cell.readable),
    extras:
      context.extras.length === 0
        ? noExtras
        : new Map(context.extras.map((name) => [name, keep(row.cell(name)?.text ?? '')])),
    place: said.place,
  };
}

function readCell(
  reader: Listener,
  table: Table,
  cell: Cell | undefined,
  party: Party,
  row: string,
  context: RowContext,
): { party: string; held: readonly string[]; readable: boolean } {
  if (cell === undefined) return { party: party.id, held: [], readable: true };
  const read = context.cells.read(cell.text);
  if (read.unknown.length + read.repeated.length === 0)
    return { party: party.id, held: read.held, readable: true };
  const signs = context.codes.codes.map((code) => code.sign);
  const scope = { ...context.scope, row };
  const [first] = read.unknown;
  if (first !== undefined) {
    // Prose in a cell is one fault and not as many as it has words.
    const last = read.unknown.at(-1)!;
    const found = shorten(cell.text.slice(first.offset, last.offset + last.text.length));
    reader.report(
      error(
        'code-unknown',
        placeOfCell(table.file, cell, first.offset),
        `'${found}' is not a code of ${context.codes.name}.`,
        {
          hints: [`Column '${party.id}' holds ${signs.join(', ')} in any order, or nothing.`],
          scope,
        },
      ),
    );
  }
  for (const sign of read.repeated) {
    reader.report(
      warning('code-repeated', placeOfCell(table.file, cell), `The code ${sign} stands in this cell twice.`, {
        hints: ['Once is enough. Was another code meant?'],
        scope,
      }),
    );
  }
  return { party: party.id, held: read.held, readable: read.unknown.length === 0 };
}

function checkId(reader: Listener, table: Table, row: Row, ids: Map<string, Cell>, scope: Scope): void {
  const id = row.cell('id');
  if (id === undefined) return;
  const place = placeOfCell(table.file, id);
  const danger = spreadsheetDanger(id.text);
  const earlier = ids.get(id.text);
  if (id.text === '') {
    reader.report(
      error('id-missing', place, 'The row has no id.', {
        hints: ['Run annex fix: it fills in empty ids.'],
        scope,
      }),
    );
  } else if (!idPattern.test(id.text)) {
    reader.report(
      error('id-invalid', place, `'${id.text}' cannot be the id of a row.`, {
        hints: [idExpectation],
        scope,
      }),
    );
  } else if (danger !== undefined) {
    reader.report(
      error('id-spreadsheet', place, `A spreadsheet would read the id '${id.text}' as ${danger}.`, {
        hints: ['Choose an id that says what the activity is, such as backup-service.'],
        scope,
      }),
    );
  } else if (earlier !== undefined) {
    reader.report(
      error('id-duplicate', place, `The id '${id.text}' is used twice in this matrix.`, {
        hints: ['Give one of the two rows another id.'],
        also: placeOfCell(table.file, earlier),
        scope,
      }),
    );
  } else {
    ids.set(id.text, id);
  }
}
