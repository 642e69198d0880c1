import type { GridBlock, GridRow } from '../page.ts';
import { readLetters } from './cell-codes.ts';
import { isWord } from './words.ts';

const letters = ['R', 'A', 'C', 'I', 'S', 'V'];

/**
 * The rows that name the columns: those that the markup says, unless a code stands in them (a head that was dropped
 * makes a row of the first activity), else the first row where none of its cells is a code.
 */
export function headsOver(block: GridBlock): GridRow[] {
  const marked = markedHeads(block);
  const named = marked.filter((row) => !holdsCodes(row));
  if (named.some((row) => row.cells.some(({ text }) => text !== ''))) return named;
  const first = block.rows.find((row) => !named.includes(row));
  const isHead = first !== undefined && marked.length === named.length && looksLikeHead(first, block);
  return isHead ? [...named, first] : named;
}

/** Heads that the markup says, at the top of the table: a row of `th` further down is a title, or a head of its own. */
function markedHeads({ rows }: GridBlock): GridRow[] {
  const end = rows.findIndex((row) => !row.isHead);
  return rows.slice(0, end < 0 ? rows.length : end);
}

/** Whether a row names columns by itself: one of its cells says `Activity` in some language, and none is a code. */
export function isHeadRow(row: { readonly cells: readonly { readonly text: string }[] }): boolean {
  const texts = row.cells.map(({ text }) => text).filter((text) => text !== '');
  const isNamed = texts.some((text) => isWord('activity', text));
  return (
    isNamed &&
    texts.length > 1 &&
    texts.every((text) => text.length <= 60) &&
    (areRoleHeads(row) || !texts.some(isCode))
  );
}

function holdsCodes(row: GridRow): boolean {
  const codes = row.cells.slice(1).filter(({ text }) => isCode(text));
  const filled = row.cells.slice(1).filter(({ text }) => text !== '');
  return (
    codes.length > 0 &&
    codes.length === filled.length &&
    (row.cells[0]?.text ?? '').length > 3 &&
    !isWord('activity', row.cells[0]!.text) &&
    !areRoleHeads(row)
  );
}

/** A head of `R | A | C | I` holds a letter each: names of columns and not codes. */
function areRoleHeads(row: { readonly cells: readonly { readonly text: string }[] }): boolean {
  const texts = row.cells.slice(1).map(({ text }) => text);
  const isEach = texts.length >= 3 && texts.every((text) => text.length === 1);
  // `R A C I R A C I` names them for one party after the other.
  return isEach && new Set(texts).size >= 3 && texts.length % new Set(texts).size === 0;
}

function isCode(text: string): boolean {
  const read = readLetters(text, letters).signs;
  return read !== undefined && read.length > 0;
}

function looksLikeHead(row: GridRow, block: GridBlock): boolean {
  if (row.cells.some(({ text }) => isWord('activity', text))) return true;
  if (row.cells.some(({ text }) => isWord('subject', text))) return true;
  if (block.rows.length < 2 || row.cells.filter(({ text }) => text !== '').length < 2) return false;
  return (
    !row.cells.slice(1).some(({ text }) => isCode(text)) && row.cells.every(({ text }) => text.length <= 60)
  );
}

/** What stands over each column: the lowest name, and above it what a head of several rows says of it. */
export function nameColumns(heads: readonly GridRow[]): {
  readonly names: readonly string[] | undefined;
  readonly groups: readonly string[];
} {
  if (heads.length === 0) return { names: undefined, groups: [] };
  const rows = heads.map((row) => row.cells.flatMap((cell) => Array<string>(cell.span).fill(cell.text)));
  const width = Math.max(...rows.map((row) => row.length));
  const stacks = Array.from({ length: width }, (_, column) => [
    ...new Set(rows.map((row) => row[column] ?? '').filter((text) => text !== '')),
  ]);
  return {
    names: stacks.map((stack) => stack.at(-1) ?? ''),
    groups: stacks.map((stack) => (stack.length > 1 ? stack.at(-2)! : '')),
  };
}
