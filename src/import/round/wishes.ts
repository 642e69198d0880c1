import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import type { RoundContext } from './context.ts';
import { adviseLabels } from './labels.ts';
import { idOf, type PairedRow } from './pairing.ts';
import { readCodeCell } from './read-code-cell.ts';
import { readSection, type SectionCell, settleSections } from './read-sections.ts';
import { readTextCell } from './read-text-cell.ts';
import type { SheetRow } from './rows.ts';
import { fold, isUnchanged, tidy } from './sameness.ts';
import { type Field, type KnownActivity, partyOf, type Values } from './values.ts';

/** What a workbook asks for, against what it was made from. */
export type Wishes = {
  /** Rows of known activities, in the order of the sheet. */
  readonly kept: readonly KeptRow[];
  /** In the order of the sheet. */
  readonly added: readonly AddedRow[];
  /** Ids of activities whose rows were removed. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

export type KeptRow = {
  readonly id: string;
  readonly row: SheetRow;
  /** What the row says otherwise than it did. */
  readonly changed: Values;
};

export type AddedRow = {
  readonly row: SheetRow;
  /** The id that somebody typed for it; empty where nobody did. */
  readonly id: string;
  readonly values: Values;
};

/**
 * Reads what each row asks for. Every cell that cannot be taken is a finding.
 *
 * @param isOrdered whether the order of the rows says where a new one belongs
 */
export function readWishes(paired: readonly PairedRow[], isOrdered: boolean, context: RoundContext): Wishes {
  const diagnostics: Diagnostic[] = [];
  const sections: SectionCell[] = [];
  const kept: KeptRow[] = [];
  const added: AddedRow[] = [];
  let above: string | undefined;
  for (const { row, id } of paired) {
    const was = id === undefined ? undefined : context.origin.activities.get(id)!;
    if (was === undefined) {
      const heading = headingOf(row, context);
      if (heading !== undefined) above = heading;
      else {
        const read = readAdded(row, isOrdered ? above : undefined, context);
        diagnostics.push(...read.diagnostics);
        if (read.added !== undefined) added.push(read.added);
        above = read.added?.values.get('section') ?? above;
      }
    } else if (!isBlank(row)) {
      const section = readSection(row, was, context);
      sections.push(section);
      const read = readKept(row, was, context);
      diagnostics.push(...read.diagnostics);
      const moved = section.key === undefined ? [] : [['section', section.key] as const];
      kept.push({ id: was.id, row, changed: new Map<Field, string>([...moved, ...read.changed]) });
      above = section.key ?? was.values.get('section');
    }
  }
  const present = new Set(kept.map(({ id }) => id));
  return {
    kept,
    added,
    removed: [...context.origin.activities.keys()].filter((id) => !present.has(id)),
    diagnostics: [...diagnostics, ...settleSections(sections, context)],
  };
}

/** A row whose visible cells were all emptied is gone: the id is hidden from whoever emptied them. */
function isBlank({ cells }: SheetRow): boolean {
  return [...cells].every(([column, text]) => column === 'id' || text.trim() === '');
}

/** The section that a row is the heading of, where it is none of an activity. */
function headingOf(row: SheetRow, { labels }: RoundContext): string | undefined {
  const filled = [...row.cells].filter(([column, text]) => column !== 'id' && text.trim() !== '');
  const isPlain = filled.every(([column]) => partyOf(column as Field) === undefined && column !== 'note');
  const isSingle = filled.length === 1 || row.isMerged || (row.cells.get('activity') ?? '').trim() === '';
  return isPlain && isSingle ? labels.find(filled.map(([, text]) => text).join(' ')) : undefined;
}

function readAdded(
  row: SheetRow,
  above: string | undefined,
  context: RoundContext,
): { added?: AddedRow; diagnostics: Diagnostic[] } {
  const { file, at, language, prevailing, labels } = context;
  const refuse = (message: string, ...hints: string[]) => ({
    diagnostics: [error('round-row', { file }, message, { hints })],
  });
  const text = tidy(row.cells.get('activity') ?? '');
  const says = quote([...row.cells.values()].filter((cell) => cell.trim() !== '').join(' | '));
  if (text === '') {
    return refuse(`${at(row.number)} names no activity: ${says}.`, 'Type the activity, or remove the row.');
  }
  if (language !== prevailing) {
    return refuse(
      `${at(row.number)} is a new activity, in '${language}': ${quote(text)}.`,
      `The matrix is written in '${prevailing}': add the row in the workbook of that language, or in matrix.csv.`,
    );
  }
  const written = fold(row.cells.get('section') ?? '');
  const section = written === '' ? above : labels.find(written);
  if (section === undefined) {
    const what = written === '' ? 'names no section' : `names a section that is not known, ${quote(written)}`;
    return refuse(`${at(row.number, 'section')} ${what}, for ${quote(text)}.`, ...adviseLabels(labels));
  }
  const codes = context.parties.map(({ id }) => readCodeCell(row, `code:${id}`, context));
  const values = new Map<Field, string>([
    ['section', section],
    ['activity', text],
    ['note', tidy(row.cells.get('note') ?? '')],
    ...codes.map(({ field, held }): [Field, string] => [field, held ?? '']),
  ]);
  return {
    added: { row, id: idOf(row), values },
    diagnostics: codes.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readKept(
  row: SheetRow,
  was: KnownActivity,
  context: RoundContext,
): { changed: Values; diagnostics: Diagnostic[] } {
  const texts = (['activity', 'note'] as const).map((field) => readTextCell(row, field, was, context));
  const codes = [...was.values].flatMap(([field, held]) => {
    const isSame = isUnchanged(row.cells.get(field) ?? held, held || '–');
    return partyOf(field) === undefined || isSame ? [] : [readCodeCell(row, field, context)];
  });
  const changed = [
    ...texts.map(({ field, text }) => [field, text] as const),
    ...codes.map(({ field, held }) => [field, held === was.values.get(field) ? undefined : held] as const),
  ];
  return {
    changed: new Map(changed.filter((change): change is [Field, string] => change[1] !== undefined)),
    diagnostics: [...texts, ...codes].flatMap(({ diagnostics }) => diagnostics),
  };
}
