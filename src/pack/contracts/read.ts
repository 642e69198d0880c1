import { placeOfCell } from '../../catalogue/cells.ts';
import { checkColumns } from '../../catalogue/reader.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { readBlocks, type TableBlock } from '../../tables/blocks.ts';
import type { Row, Table } from '../../tables/table.ts';
import type { Contract } from '../contract.ts';
import type { Written } from './cells.ts';
import type { ContractsFile } from './file.ts';
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

const required = ['contract', 'customer', 'language', 'products', 'date'] as const;

/** What is said of a table as a whole, before any row of it is read. */
export type TableSurvey = {
  /** The further columns, in lower case: what templates may print beside what all contracts have. */
  readonly columns: readonly string[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Looks whether a table can be read to its end and has its columns. Where it cannot, no row is to be believed: those that
 * nobody can read would be missing.
 *
 * @param language of the workspace, which decides the code page of a file that is not UTF-8
 */
export function surveyContracts(file: ContractsFile, language: string): TableSurvey {
  let columns: readonly string[] | undefined;
  const diagnostics: LocatedDiagnostic[] = [];
  for (const block of readBlocks({ path: file.path, chunks: file.chunks() }, { language })) {
    diagnostics.push(...block.diagnostics);
    if (block.table === undefined) break;
    if (columns === undefined) diagnostics.push(...block.locate(judgeColumns(block.table)));
    columns ??= furtherOf(block.table);
  }
  return { columns: columns ?? [], diagnostics };
}

/**
 * Reads a table of contracts row by row, holding one block of the file at a time. A row that is at fault says so and does
 * not keep the others from being read. The table was surveyed before.
 */
export function* readContracts(
  file: ContractsFile,
  offer: Offer,
  repeats: Repeats,
  language: string,
): Generator<ReadContract> {
  for (const block of readBlocks({ path: file.path, chunks: file.chunks() }, { language })) {
    for (const row of block.table?.rows ?? []) yield readRow(block, block.table!, row, offer, repeats);
  }
}

/** Further columns are the template's; those of every contract have to be there. */
function judgeColumns(table: Table): Diagnostic[] {
  return checkColumns(table, { required, optional: furtherOf(table) }, {});
}

function furtherOf({ header }: Table): readonly string[] {
  return header
    .map(({ text }) => text)
    .filter((name) => name !== '' && !required.some((own) => own === name));
}

function readRow(block: TableBlock, table: Table, row: Row, offer: Offer, repeats: Repeats): ReadContract {
  const line = block.lineOf(row);
  const written = cutContract(table, row, line);
  const ragged = block.ragged(row);
  // Cells of a ragged row may stand in the wrong columns: what they hold is no further fault.
  const found = ragged.length > 0 ? ragged : judgeContract(written, offer);
  const diagnostics = [...found, ...judgeRepeat(written, line, repeats)];
  const id = written.contract.text;
  if (diagnostics.length > 0)
    return { id, line, contract: undefined, diagnostics: block.locate(diagnostics) };
  const columnsAt = columnsOf(block, table, row);
  return { id, line, contract: { ...readContract(written, offer), columnsAt }, diagnostics: [] };
}

function columnsOf(block: TableBlock, table: Table, row: Row): Readonly<Record<string, number>> {
  const names = [...required, ...furtherOf(table)];
  return Object.fromEntries(names.map((name) => [name, block.columnOf(row.cell(name)!)]));
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
