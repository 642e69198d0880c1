import { readCodes } from '../../catalogue/codes.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import type { RoundContext } from './context.ts';
import type { SheetRow } from './rows.ts';
import { fold } from './sameness.ts';
import { type Field, partyOf } from './values.ts';

/** The signs of a cell with spaces between; undefined where they could not be read. */
export type ReadCodeCell = {
  readonly field: Field;
  readonly held: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads a cell of codes as it was typed, in any case and order, with anything usual between. */
export function readCodeCell(
  row: SheetRow,
  field: Field,
  { parties, codes, file, at }: RoundContext,
): ReadCodeCell {
  const text = fold(row.cells.get(field) ?? '');
  const refuse = (message: string, hint: string): ReadCodeCell => ({
    field,
    held: undefined,
    diagnostics: [error('round-code', { file }, message, { hints: [hint] })],
  });
  const cell = at(row.number, field as never);
  const party = parties.find(({ id }) => id === partyOf(field));
  if (party === undefined) {
    return refuse(
      `${cell} says ${quote(text)} for '${partyOf(field)}', who is no party of the matrix any more.`,
      'Undo the change to this cell.',
    );
  }
  const { held, unknown } = readCodes(text, codes);
  if (unknown.length === 0) return { field, held: held.join(' '), diagnostics: [] };
  const signs = codes.codes.map(({ sign }) => sign).join(', ');
  const found = unknown.map(({ text: piece }) => quote(piece)).join(' and ');
  return refuse(
    `${cell} holds ${quote(text)}: ${found} is no code of ${codes.name}.`,
    `The column '${party.name.source}' holds ${signs} in any order, or nothing.`,
  );
}
