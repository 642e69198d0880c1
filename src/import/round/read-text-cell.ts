import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import type { RoundContext } from './context.ts';
import type { SheetRow } from './rows.ts';
import { isUnchanged, tidy } from './sameness.ts';
import { nameCorrections, nameOvertyped } from './spelling.ts';
import type { KnownActivity } from './values.ts';

/** What a cell says otherwise than it did; undefined where it says the same, or cannot be taken. */
export type ReadTextCell = {
  readonly field: 'activity' | 'note';
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads the text or the note of a known activity. */
export function readTextCell(
  row: SheetRow,
  field: 'activity' | 'note',
  { values }: KnownActivity,
  context: RoundContext,
): ReadTextCell {
  const cell = row.cells.get(field);
  const was = values.get(field) ?? '';
  if (cell === undefined || isUnchanged(cell, was)) return { field, text: undefined, diagnostics: [] };
  const text = tidy(cell);
  const refusal = refuseText({ row, field, was, text }, context);
  if (refusal !== undefined) return { field, text: undefined, diagnostics: [refusal] };
  const address = context.at(row.number, field);
  return {
    field,
    text,
    diagnostics: [
      ...nameCorrections(address, was, text, context.file),
      ...(field === 'activity' ? nameOvertyped(address, was, text, context.file) : []),
    ],
  };
}

type Reworded = {
  readonly row: SheetRow;
  readonly field: 'activity' | 'note';
  readonly was: string;
  readonly text: string;
};

/** Texts that a workbook cannot take away or bring: an activity needs one, a translation translates one. */
function refuseText(
  { row, field, was, text }: Reworded,
  { file, at, language, prevailing }: RoundContext,
): Diagnostic | undefined {
  const cell = at(row.number, field);
  if (field === 'activity' && text === '') {
    const message = `${cell} is empty, where the activity stood: ${quote(was)}.`;
    return error('round-row', { file }, message, {
      hints: ['To take the activity out, remove its whole row.'],
    });
  }
  if (language === prevailing || (text !== '' && was !== '')) return undefined;
  const what = text === '' ? `takes away the note ${quote(was)}` : `brings a note, ${quote(text)}`;
  const hints = [
    `Notes are written in '${prevailing}' and then translated: change it in the workbook of that language.`,
  ];
  return error('round-row', { file }, `${cell} ${what}.`, { hints });
}
