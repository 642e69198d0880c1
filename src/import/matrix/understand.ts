import { type Checked, checked } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { FoundMatrix, FoundParty, FoundTable, LegendEntry, Remark } from '../found.ts';
import type { GridBlock, Page } from '../page.ts';
import { alphabetOf } from './alphabet.ts';
import { chooseCodeSet, type MatrixTable, vocabularyOf } from './code-set.ts';
import { foldCrosses } from './crosses.ts';
import { readFootnotes } from './footnotes.ts';
import { type Grid, readGrids } from './grid.ts';
import { judgeAll } from './judge.ts';
import type { Kind } from './kinds.ts';
import { readLegendLines, readLegendTable } from './legend.ts';
import { refuseLines } from './lines.ts';
import { areParties } from './orientation.ts';
import { type Outline, readOutline } from './outline.ts';
import { type Assigned, assignParties } from './parties.ts';
import { updatedIn } from './properties.ts';
import { turnRoles } from './roles.ts';
import { type Gathered, readRows, type Setting } from './rows.ts';
import { type CodedRow, findFlips, withoutFlipped } from './trust.ts';

/**
 * Finds the responsibility matrix of a page: its parties, code set, sections and rows. It never guesses an owner: what
 * the page does not say beyond doubt is flagged or refused. Where no row can be trusted at all, an error says why.
 */
export function understandPage(page: Page): Checked<FoundMatrix> {
  const outline = readOutline(page.blocks);
  const grids = page.blocks
    .filter((block): block is GridBlock => block.kind === 'grid')
    .flatMap(readGrids)
    .map(foldCrosses);
  const legend = legendOf(page, grids);
  const alphabet = alphabetOf(legend, grids);
  const judged = judgeAll(grids, page, alphabet);
  const tables = judged.filter((table): table is MatrixTable => 'columns' in table.kind);
  const { parties, assigned, remarks } = assignParties(tables);
  const footnotes = readFootnotes(page, new Set(tables.map(({ grid }) => grid.block)));
  const setting = { alphabet, vocabulary: vocabularyOf(tables), footnotes };
  const gathered = gatherRows(assigned, outline, setting);
  const sound = trustRows({ parties, ...gathered });
  const found: FoundMatrix = {
    file: page.file,
    title: outline.title ?? page.properties.get('title'),
    updated: updatedIn(page),
    parties: sound.parties,
    codeSet: chooseCodeSet(sound.rows, legend, sound.parties, page),
    isTurned: areParties(tables.map(({ grid, kind }) => ({ grid, activity: kind.columns.activity }))),
    sections: gathered.sections,
    rows: sound.rows,
    flagged: sound.flagged.toSorted((a, b) => a.row - b.row || (a.party ?? -1) - (b.party ?? -1)),
    refused: [...gathered.refused, ...refuseLines(page)].toSorted((a, b) => a.line - b.line),
    tables: judged.map(({ grid, kind }) => tableOf(grid, kind, gathered.counts.get(grid) ?? 0)),
    legend,
    remarks: [...remarks, ...mendedIn(grids)].toSorted((a, b) => a.line - b.line),
  };
  const fault = judgeWhole(page, found);
  return fault === undefined ? checked(found) : checked(found, [fault]);
}

function legendOf(page: Page, grids: readonly Grid[]): LegendEntry[] {
  const blocks = [...new Set(grids.map(({ block }) => block))];
  const tabled = blocks.flatMap((block) => readLegendTable(block) ?? []);
  const lines = readLegendLines(page).filter(({ sign }) => !tabled.some((entry) => entry.sign === sign));
  return [...tabled, ...lines];
}

/** What all tables hold, and of the rows: which belong to a table of what kind. */
type AllRows = Gathered & {
  readonly counts: ReadonlyMap<Grid, number>;
  readonly coded: readonly CodedRow[];
  readonly turned: ReadonlySet<number>;
  readonly isHeadCut: boolean;
};

function gatherRows(assigned: readonly Assigned[], outline: Outline, setting: Setting): AllRows {
  const gathered: Gathered = { sections: [...outline.sections], rows: [], flagged: [], refused: [] };
  const counts = new Map<Grid, number>();
  const coded: CodedRow[] = [];
  const turned = new Set<number>();
  for (const table of assigned) {
    const { grid, kind } = table;
    const start = gathered.rows.length;
    counts.set(grid, readRows(table, outline.over.get(grid.block), setting, gathered));
    const short = new Set(grid.rows.filter(({ given }) => given < grid.width).map(({ line }) => line));
    for (const [at, { line }] of gathered.rows.slice(start).entries()) {
      if (kind.is === 'roles') turned.add(start + at);
      else if (kind.is !== 'prose') coded.push({ row: start + at, isShort: short.has(line) });
    }
  }
  return { ...gathered, counts, coded, turned, isHeadCut: assigned.some(({ grid }) => grid.isHeadShort) };
}

/** The rows with teams turned into parties, and without the codes of those that cannot be trusted. */
function trustRows(all: AllRows & { readonly parties: readonly FoundParty[] }) {
  const flips = findFlips(all.coded, all.rows, all.isHeadCut);
  const rows = withoutFlipped(all.rows, flips);
  return turnRoles({ parties: all.parties, rows, flagged: [...all.flagged, ...flips] }, all.turned);
}

function tableOf(grid: Grid, kind: Kind, rows: number): FoundTable {
  if ('columns' in kind) return { line: grid.line, kind: 'matrix', rows, reason: undefined };
  return { line: grid.line, kind: kind.is, rows: grid.rows.length, reason: kind.reason };
}

function mendedIn(grids: readonly Grid[]): Remark[] {
  return grids.flatMap(({ block, line, isHeadShort }) => [
    ...(line === block.line ? block.mended.map((text) => ({ line, text })) : []),
    ...(isHeadShort ? [{ line, text: 'the head has a cell less than the rows below it' }] : []),
  ]);
}

/** Why a page has no matrix that could be trusted; undefined where it has one. */
function judgeWhole({ file }: Page, found: FoundMatrix): Diagnostic | undefined {
  if (found.rows.some((row) => row.cells.some(({ codes }) => codes !== undefined))) return undefined;
  if (found.rows.length > 0) return undefined;
  const [first] = found.refused;
  if (first !== undefined) {
    const rest = found.refused.length - 1;
    const more = rest > 0 ? ` So it is with ${rest} more ${rest === 1 ? 'line' : 'lines'}.` : '';
    return error(
      'import-untrusted',
      { file, line: first.line, column: 1, length: first.text.length },
      `${first.reason}${more}`,
      {
        hints: ['Take the page from its source, or copy its tables from a browser into a spreadsheet.'],
      },
    );
  }
  const left = found.tables.filter(({ kind }) => kind !== 'matrix');
  const seen = left.length > 0 ? `Of its ${left.length} tables none is one.` : headingsOnly(found);
  return error('import-no-matrix', { file }, `The page holds no responsibility matrix. ${seen}`, {
    hints: ['A matrix is a table with a row for each activity and a column for each party.'],
  });
}

function headingsOnly({ sections }: FoundMatrix): string {
  const numbered = sections.filter(({ number }) => number !== undefined).length;
  return numbered > 2
    ? `It has ${numbered} numbered headings and no table under them: its tables were lost.`
    : 'It has no table.';
}
