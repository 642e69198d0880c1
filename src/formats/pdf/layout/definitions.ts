import { plainText } from '../../../document/plain.ts';
import type { DefinitionItem, Definitions } from '../../../document/tree.ts';
import type { Beside, ColumnsNode, PdfNode, Run, StackNode } from '../definition.ts';
import { chipSize, codesAsSign, soleCodes } from './codes.ts';
import { type Frame, insetFrame, type Laid, laid, sideMargin } from './laid.ts';
import { textNode } from './nodes.ts';
import { type Setting, widthIn } from './setting.ts';
import { setRuns, setText } from './text.ts';

const factColumns = 4;
const factGap = 8;
const factRowGap = 9;
const labelGap = 1;

const legendGap = 20;
const legendRowGap = 3;
const signColumn = 20;

/** Terms and what they say: facts over four columns, or a legend in two. */
export function layDefinitions(setting: Setting, definitions: Definitions, frame: Frame): Laid {
  const { width } = insetFrame(frame, definitions.space);
  const rows =
    definitions.arrangement === 'facts'
      ? factRows(setting, definitions, width)
      : legendRows(setting, definitions, width);
  return laid({ source: definitions, margin: sideMargin(definitions.space), stack: rows }, definitions.space);
}

function factRows(setting: Setting, definitions: Definitions, width: number): ColumnsNode[] {
  const rows = rowsOf(definitions.items);
  const columns = factColumnWidths(setting, rows, width);
  return rows.map((row, i) => ({
    source: definitions,
    margin: [0, i > 0 ? factRowGap : 0, 0, 0],
    columns: row.map(({ item, column }) => {
      const taken = columns.slice(column, column + spanOf(item));
      return fact(setting, item, sum(taken));
    }),
  }));
}

/** Four columns of one width; what one of them lacks for a fact on one line, it takes of what the others can spare. */
function factColumnWidths(setting: Setting, rows: readonly PlacedFact[][], width: number): number[] {
  const equal = width / factColumns;
  const needs = Array.from({ length: factColumns }, (_, column) =>
    Math.max(
      0,
      ...rows
        .flat()
        .filter((fact) => fact.column === column && spanOf(fact.item) === 1)
        .map(({ item }) => factWidth(setting, item)),
    ),
  );
  const lacking = sum(needs.map((need) => Math.max(0, need - equal)));
  const spare = sum(needs.map((need) => Math.max(0, equal - need)));
  const moved = Math.min(lacking, spare);
  if (moved === 0) return needs.map(() => equal);
  return needs.map((need) =>
    need > equal ? equal + (need - equal) * (moved / lacking) : equal - (equal - need) * (moved / spare),
  );
}

/** What a fact needs to stand on one line, with a little more than was measured, since measuring knows no kerning. */
function factWidth(setting: Setting, { term, termStyle, details, detailsStyle }: DefinitionItem): number {
  const label = widthIn(setting, termStyle, plainText(term));
  const value = widthIn(setting, detailsStyle, plainText(details));
  return Math.max(label, value) * 1.03 + factGap;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

type PlacedFact = { readonly item: DefinitionItem; readonly column: number };

/** Fills rows of four columns in order; an item that does not fit starts the next row. */
function rowsOf(items: readonly DefinitionItem[]): PlacedFact[][] {
  const rows: PlacedFact[][] = [];
  let free = 0;
  for (const item of items) {
    if (spanOf(item) > free) {
      rows.push([]);
      free = factColumns;
    }
    rows.at(-1)!.push({ item, column: factColumns - free });
    free -= spanOf(item);
  }
  return rows;
}

function spanOf(item: DefinitionItem): number {
  return Math.min(Math.max(item.span, 1), factColumns);
}

/** A label over its value. */
function fact(setting: Setting, item: DefinitionItem, width: number): Beside<StackNode> {
  const label = setText(setting, item, item.term, item.termStyle);
  const value = setText(setting, item, item.details, item.detailsStyle, [0, labelGap, 0, 0]);
  return { source: item, margin: [0, 0, factGap, 0], width, stack: [label, value] };
}

/**
 * Items run down the first column, then down the second, the order in which they are read; an odd last one, such as
 * the dash for no role, stands below both.
 */
function legendRows(setting: Setting, definitions: Definitions, width: number): PdfNode[] {
  const { items } = definitions;
  const columnWidth = (width - legendGap) / 2;
  const sign = Math.max(signColumn, ...items.map((item) => signWidth(setting, item) + factGap));
  const half = Math.floor(items.length / 2);
  const lay = (from: number, to: number): PdfNode[] =>
    items.slice(from, to).map((item) => legendItem(setting, item, { sign, width: columnWidth }));
  const column = (from: number, left: number): Beside<StackNode> => ({
    source: definitions,
    margin: [left, 0, 0, 0],
    width: columnWidth + left,
    stack: lay(from, from + half),
  });
  const columns = [column(0, 0), column(half, legendGap)];
  return [{ source: definitions, margin: [0, 0, 0, 0], columns }, ...lay(2 * half, items.length)];
}

type LegendPlace = { readonly sign: number; readonly width: number };

/** A sign, centred over the place of a chip, and what it means. */
function legendItem(setting: Setting, item: DefinitionItem, place: LegendPlace): ColumnsNode {
  const isNarrow = signWidth(setting, item) <= chipSize;
  const runs = signRuns(setting, item).map((run): Run => (isNarrow ? { ...run, alignment: 'center' } : run));
  const term = textNode(item, runs, [0, 0, isNarrow ? place.sign - chipSize : 0, 0], place.sign);
  const details = setText(setting, item, item.details, item.detailsStyle);
  return {
    source: item,
    margin: [0, 0, 0, legendRowGap],
    columns: [term, { ...details, width: place.width - place.sign }],
  };
}

function signRuns(setting: Setting, item: DefinitionItem): Run[] {
  const codes = soleCodes(item.term);
  return codes ? codesAsSign(setting, codes) : setRuns(setting, item.term, item.termStyle);
}

function signWidth(setting: Setting, item: DefinitionItem): number {
  return widthIn(setting, { ...item.termStyle, weight: 600 }, plainText(item.term));
}
