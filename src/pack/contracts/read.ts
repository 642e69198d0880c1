import { placeOfCell } from '../../catalogue/cells.ts';
import { checkColumns } from '../../catalogue/reader.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { readBlocks, type TableBlock } from '../../tables/blocks.ts';
import type { Row, Table } from '../../tables/table.ts';
import type { Contract } from '../contract.ts';
import type { Written } from './cells.ts';
import { judgeContract, type Offer, readContract, type WrittenContract } from './judge.ts';
import { type Repeats, repeatKeys } from './repeats.ts';

/** A row of the table of contracts: the contract it says, or else why it says none. */
export type ReadContract = {
  /** The id, as far as there is one. */
  readonly id: string;
  readonly line: number | undefined;
  readonly contract: Contract | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** A table of contracts that can be read more than once. */
export type ContractsFile = {
  readonly path: string;
  readonly chunks: () => Iterable<Uint8Array>;
};

const required = ['contract', 'customer', 'language', 'products', 'date'] as const;

/** What reading comes upon: rows in the order of the file, and findings that are those of no row. */
export type Reading = ReadContract | { readonly table: readonly LocatedDiagnostic[] };

/**
 * Reads a table of contracts row by row, holding one block of the file at a time. A row that is at fault says so and does
 * not keep the others from being read; a table without its columns has no rows.
 *
 * @param language of the workspace, which decides the code page of a file that is not UTF-8
 */
export function* readContracts(
  file: ContractsFile,
  offer: Offer,
  repeats: Repeats,
  language: string,
): Generator<Reading> {
  for (const block of readBlocks({ path: file.path, chunks: file.chunks() }, { language })) {
    if (block.diagnostics.length > 0) yield { table: block.diagnostics };
    if (block.table === undefined) return;
    const missing = judgeColumns(block.table);
    if (missing.length > 0) {
      yield { table: block.locate(missing) };
      return;
    }
    for (const row of block.table.rows) yield readRow(block, block.table, row, offer, repeats);
  }
}

/** The further columns of a table of contracts, in lower case: what templates may print beside what all have. */
export function furtherColumns(file: ContractsFile, language: string): readonly string[] {
  for (const { table } of readBlocks({ path: file.path, chunks: file.chunks() }, { language })) {
    return table === undefined ? [] : furtherOf(table);
  }
  return [];
}

function furtherOf({ header }: Table): readonly string[] {
  return header
    .map(({ text }) => text)
    .filter((name) => name !== '' && !required.some((own) => own === name));
}

/** Further columns are the template's; those of every contract have to be there. */
function judgeColumns(table: Table): Diagnostic[] {
  return checkColumns(table, { required, optional: furtherOf(table) }, {});
}

function readRow(block: TableBlock, table: Table, row: Row, offer: Offer, repeats: Repeats): ReadContract {
  const line = block.lineOf(row);
  const written = cutContract(table, row, line);
  const ragged = block.ragged(row);
  // Cells of a ragged row may stand in the wrong columns: what they hold is no further fault.
  const found = ragged.length > 0 ? ragged : judgeContract(written, offer);
  const diagnostics = [...found, ...judgeRepeat(written, line, repeats)];
  const id = written.contract.text;
  return diagnostics.length > 0
    ? { id, line, contract: undefined, diagnostics: block.locate(diagnostics) }
    : { id, line, contract: readContract(written, offer), diagnostics: [] };
}

function cutContract(table: Table, row: Row, line: number): WrittenContract {
  const { file } = table;
  const cut = (column: string): Written => {
    const cell = row.cell(column)!;
    return { text: cell.text, place: placeOfCell(file, cell) };
  };
  return {
    contract: cut('contract'),
    customer: cut('customer'),
    language: cut('language'),
    products: cut('products'),
    date: cut('date'),
    columns: Object.fromEntries(furtherOf(table).map((name) => [name, cut(name)])),
    line,
  };
}

/** Both rows are at fault, for nobody can say which of them is meant. */
function judgeRepeat({ contract }: WrittenContract, line: number, repeats: Repeats): Diagnostic[] {
  if (contract.text === '') return [];
  const keys = repeatKeys(contract.text);
  const other = otherLine(repeats.get(keys.id), line);
  if (other !== undefined) {
    const message = `The contract '${contract.text}' stands on line ${other} as well.`;
    const hints = ['Every row needs an id of its own; capitals and small letters are one.'];
    return [atBoth('contract-twice', contract, message, other, hints)];
  }
  const neighbour = otherLine(repeats.get(keys.folder), line);
  if (neighbour === undefined) return [];
  const message = `The pack would lie in the folder of the contract on line ${neighbour}: their names are too alike.`;
  return [
    atBoth('contract-folder', contract, message, neighbour, ['Change a letter of one of the two ids.']),
  ];
}

function otherLine(lines: readonly number[] = [], line: number): number | undefined {
  return lines.find((other) => other !== line);
}

function atBoth(
  rule: 'contract-twice' | 'contract-folder',
  { place }: Written,
  message: string,
  other: number,
  hints: readonly string[],
): Diagnostic {
  return error(rule, place, message, { hints, also: { file: place.file, line: other, column: 1 } });
}
