import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import type { RoundContext } from './context.ts';
import { adviseLabels } from './labels.ts';
import type { SheetRow } from './rows.ts';
import { fold } from './sameness.ts';
import type { KnownActivity } from './values.ts';

/** What the row of a known activity says about its section. */
export type SectionCell = {
  readonly row: SheetRow;
  /** Key of the section that it stood in. */
  readonly was: string;
  /** Key of the section that it now names, where that is another one. */
  readonly key: string | undefined;
  /** What it says, where that is no section that is known; else empty. */
  readonly unknown: string;
};

/** Reads the section of a row. An empty cell, as merged or tidied cells leave it, changes nothing. */
export function readSection(row: SheetRow, { values }: KnownActivity, { labels }: RoundContext): SectionCell {
  const was = values.get('section') ?? '';
  const text = fold(row.cells.get('section') ?? '');
  if (text === '' || text === labels.labelOf(was)) return { row, was, key: undefined, unknown: '' };
  const found = labels.find(text);
  return { row, was, key: found === was ? undefined : found, unknown: found === undefined ? text : '' };
}

/** Names the sections that are not known. Where all rows of one say the same, somebody reworded its title. */
export function settleSections(cells: readonly SectionCell[], context: RoundContext): Diagnostic[] {
  const { labels, file, at } = context;
  const reworded = new Set<string>();
  return cells.flatMap((cell) => {
    const { row, was, unknown } = cell;
    if (unknown === '') return [];
    const address = at(row.number, 'section');
    const rows = cells.filter((other) => other.was === was);
    const isReworded =
      rows.every((other) => other.unknown === unknown) &&
      (rows.length > 1 || labels.findRetitled(unknown) === was);
    if (!isReworded) {
      const message = `${address} names a section that is not known, ${quote(unknown)}.`;
      return [error('round-section', { file }, message, { hints: adviseLabels(labels) })];
    }
    if (reworded.has(was)) return [];
    reworded.add(was);
    const message = `${address} rewords the title ${quote(labels.labelOf(was))} to ${quote(unknown)}: titles are not taken from a workbook.`;
    const hints = [`Reword the section '${was}' in sections.csv, where other products may use it too.`];
    return [warning('round-left-out', { file }, message, { hints })];
  });
}
