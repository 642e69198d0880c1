import fc from 'fast-check';
import { labels, type Row, rows, type Section, sections } from './matrix.ts';

/* What people do to the sheet of a matrix, at random; each edit is done to the cells and to what they mean. */

/** The columns of the sheet: number, chapter, section, activity, the parties, note, id. */
export const column = { section: 2, text: 3, codes: 4, note: 7, id: 8 } as const;

/** A row of the sheet while it is edited: what it says, and how that was typed. */
export type Line = { readonly row: Row; readonly cells: readonly string[] };

export type Edit = (lines: Line[]) => void;

const at = (lines: readonly Line[], position: number): number => position % lines.length;

const sign = fc.subarray(['R', 'A', 'C', 'I']);
/** Codes as people type them. */
export const typedCodes = fc
  .tuple(sign, fc.constantFrom('', ' ', '/', ', '), fc.boolean())
  .map(([held, between, small]) => {
    const typed = (small ? held.toReversed() : held).join(between);
    return {
      held: held.join(''),
      typed: held.length === 0 && small ? '–' : small ? typed.toLowerCase() : typed,
    };
  });
export const words = fc
  .array(
    fc.constantFrom('Check', 'the', 'mail', '"all"', ';', 'ż', '<x>', '&amp;', '=1', '€\u00A0', 'ł’', '+'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((found) => found.join(' ').trim());

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ position: fc.nat(), party: fc.nat(2), codes: typedCodes }).map(
    ({ position, party, codes }): Edit =>
      (lines) =>
        change(lines, position, { codes: { party, ...codes } }),
  ),
  fc.tuple(fc.nat(), words).map(
    ([position, text]): Edit =>
      (lines) =>
        change(lines, position, { text }),
  ),
  fc.tuple(fc.nat(), fc.oneof(fc.constant(''), words)).map(
    ([position, note]): Edit =>
      (lines) =>
        change(lines, position, { note }),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...sections)).map(
    ([position, section]): Edit =>
      (lines) =>
        change(lines, position, { section }),
  ),
  fc.nat().map(
    (position): Edit =>
      (lines) => {
        const index = at(lines, position);
        // A copy whose original is gone is the original, reworded: nobody could tell.
        const id = lines[index]!.cells[column.id];
        const isCopied = id !== '' && lines.filter(({ cells }) => cells[column.id] === id).length > 1;
        if (lines.length > 8 && !isCopied) lines.splice(index, 1);
      },
  ),
  fc.tuple(fc.nat(), fc.nat(3)).map(
    ([position, by]): Edit =>
      (lines) =>
        move(lines, at(lines, position), by),
  ),
  fc.tuple(fc.nat(), words, typedCodes, fc.boolean()).map(
    ([position, text, codes, isCopy]): Edit =>
      (lines) => {
        const index = at(lines, position);
        const from = lines[index]!;
        const cells = isCopy ? from.cells : from.cells.with(column.id, '');
        const added = { row: { ...from.row, id: '' }, cells };
        lines.splice(index + 1, 0, added);
        change(lines, index + 1, { text: `New ${text}`, codes: { party: 0, ...codes } }, true);
      },
  ),
);

type Wanted = {
  readonly codes?: { readonly party: number; readonly held: string; readonly typed: string };
  readonly text?: string;
  readonly note?: string;
  readonly section?: Section;
};

export function change(
  lines: Line[],
  position: number,
  { codes, text, note, section }: Wanted,
  isExact = false,
): void {
  const index = isExact ? position : at(lines, position);
  const { row: was, cells } = lines[index]!;
  const next: string[] = [...cells];
  if (codes !== undefined) next[column.codes + codes.party] = codes.typed;
  if (text !== undefined) next[column.text] = ` ${text} `;
  if (note !== undefined) next[column.note] = note;
  if (section !== undefined) next[column.section] = labels[section];
  lines[index] = {
    row: {
      ...was,
      ...(codes && { codes: was.codes.with(codes.party, codes.held) }),
      ...(text !== undefined && { text }),
      ...(note !== undefined && { note }),
      ...(section !== undefined && { section }),
    },
    cells: next,
  };
}

/** Cut and inserted elsewhere in its section. */
function move(lines: Line[], from: number, by: number): void {
  const [moved] = lines.splice(from, 1);
  let to = from;
  for (let step = 0; step < by && lines[to - 1]?.row.section === moved!.row.section; step++) to--;
  lines.splice(to, 0, moved!);
}

export function linesOf(cells: readonly (readonly string[])[]): Line[] {
  const known = new Map(rows.map((found) => [found.id, found]));
  return cells.slice(1).map((texts) => ({ row: known.get(texts[column.id]!)!, cells: texts }));
}
