import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { CellPlace } from '../diagnostics/place.ts';
import { isEmptyCell, normalizeText } from './celltext.ts';
import type { Cell } from './table.ts';

/** Judges whether records make a table: each column named once, each record as long as the header. */
export function judgeShape(
  file: string,
  header: readonly Cell[],
  records: readonly (readonly string[])[],
): Diagnostic[] {
  return [
    ...judgeRepeatedNames(file, header),
    ...judgeUnnamedColumns(file, header, records),
    ...judgeLengths(file, header, records),
  ];
}

function judgeRepeatedNames(file: string, header: readonly Cell[]): Diagnostic[] {
  const first = new Map<string, Cell>();
  return header.flatMap((cell) => {
    const earlier = first.get(cell.text);
    if (cell.text === '' || earlier === undefined) {
      first.set(cell.text, cell);
      return [];
    }
    const message = `Column '${cell.text}' stands twice in the header.`;
    return error('csv-header-duplicate', placeOf(file, 0, cell.field), message, {
      hints: ['Rename or delete one of the two columns.'],
      also: placeOf(file, 0, earlier.field),
    });
  });
}

/** A column without a name is harmless while it is empty: spreadsheets write such columns at the end. */
function judgeUnnamedColumns(
  file: string,
  header: readonly Cell[],
  records: readonly (readonly string[])[],
): Diagnostic[] {
  const unnamed = records[0]!.map((_, field) => field).filter((field) => (header[field]?.text ?? '') === '');
  return unnamed.flatMap((field) => {
    const record = records.findIndex((cells) => !isEmptyCell(cells[field] ?? ''));
    if (record < 0) return [];
    const held = normalizeText(records[record]![field]!).slice(0, 40);
    const message = `Column ${field + 1} has no name in the header, yet holds text such as '${held}'.`;
    return error('csv-header-empty', placeOf(file, record, field), message, {
      hints: ['Give the column a name, or empty its cells.'],
    });
  });
}

/** Empty cells too many at the end of a record are the habit of spreadsheets, and harmless. */
function judgeLengths(
  file: string,
  header: readonly Cell[],
  records: readonly (readonly string[])[],
): Diagnostic[] {
  const width = records[0]!.length;
  return records.flatMap((cells, record) => {
    if (record === 0 || cells.every(isEmptyCell)) return [];
    const surplus = cells.findIndex((cell, field) => field >= width && !isEmptyCell(cell));
    if (surplus < 0 && cells.length >= header.length) return [];
    const isShort = surplus < 0;
    const found = isShort ? cells.length : cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1;
    const message = `Found ${found} ${found === 1 ? 'cell' : 'cells'} in this record; the header has ${header.length}.`;
    const hint = isShort
      ? 'Is a delimiter missing, so that cells moved to the left? An empty cell needs its delimiter.'
      : 'Does a delimiter stand inside a text? Put quotes around that cell.';
    return error('csv-ragged', placeOf(file, record, isShort ? cells.length - 1 : surplus), message, {
      hints: [hint],
    });
  });
}

function placeOf(file: string, record: number, field: number): CellPlace {
  return { file, cell: { record, field } };
}
