import type { Block, Cell, Column, Table, TableRow } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { activityPad, hang } from './geometry.ts';
import type { Around, Setting } from './setting.ts';
import { columnsOf, elementsNamed } from './structure.ts';
import { none, type StyleName } from './styles.ts';

const matrixAfter = 13;
const notesAfter = 14;
const contentsAfter = 20;
const chapterBefore = 12;
// A table this short is not worth a page break.
const wholeRows = 3;
const keptRows = 2;

type BuildFlow = (parent: Element, around: Around, setting: Setting) => Block[];

/** Builds a table; its rows fill its columns (structure.ts). */
export function buildTable(element: Element, setting: Setting, buildFlow: BuildFlow): Table {
  const columns = columnsOf(element);
  const look = element.attributes.get('class') as TableLook;
  const rowsOf = (part: string): TableRow[] =>
    elementsNamed(element, part)
      .flatMap((rows) => elementsNamed(rows, 'tr'))
      .map((row) => buildRow(row, columns, { setting, buildFlow, isHead: part === 'thead', look }));
  const body = rowsOf('tbody');
  return {
    kind: 'table',
    origin: element.at,
    space: {
      ...none,
      before: opensChapter(element) ? chapterBefore : 0,
      after: look === 'notes' ? notesAfter : look === 'contents' ? contentsAfter : matrixAfter,
    },
    columns: columns.map((column) => buildColumn(column, setting)),
    head: rowsOf('thead'),
    body,
    padding: { head: [0, 3], body: look === 'contents' ? [5, 5.5] : [3.1, 3.1] },
    ...(look === 'changes' && { bar: true as const }),
    keep: { first: body.length <= wholeRows ? body.length : keptRows, last: Math.min(body.length, keptRows) },
  };
}

/** Whether a table is a top section by itself: it then stands as far off as the heading of one. */
function opensChapter(table: Element): boolean {
  const cells = elementsNamed(table, 'thead')
    .flatMap((head) => elementsNamed(head, 'tr'))
    .flatMap((row) => elementsNamed(row, 'th'));
  return cells.some((cell) => elementsNamed(cell, 'h2').length > 0);
}

function buildColumn(column: Element, setting: Setting): Column {
  const look = column.attributes.get('class');
  const width = column.attributes.get('width');
  const pad = column.attributes.get('pad');
  const { party } = setting.geometry;
  // The slots of a party take what they take: what is kept free stands beside them.
  const natural = look === 'number' ? hang : look === 'codes' ? party.width + Number(pad ?? 0) : 'rest';
  const padRight = pad === undefined ? (look === 'activity' ? activityPad : 0) : Number(pad);
  return {
    width: width === undefined ? natural : Number(width),
    padRight,
    slots: look === 'codes' ? party.slots : undefined,
    label: column.attributes.get('label'),
  };
}

type TableLook = 'matrix' | 'changes' | 'notes' | 'contents' | undefined;

type RowPlace = {
  readonly setting: Setting;
  readonly buildFlow: BuildFlow;
  readonly isHead: boolean;
  readonly look: TableLook;
};

function buildRow(row: Element, columns: readonly Element[], place: RowPlace): TableRow {
  const elements = row.children.filter((node) => node.kind === 'element');
  const cells: Cell[] = [];
  let taken = 0;
  for (const element of elements) {
    const colspan = Number(element.attributes.get('colspan') ?? 1);
    cells.push(buildCell(element, colspan, columns[taken], place));
    taken += colspan;
  }
  return { origin: row.at, cells };
}

function buildCell(element: Element, colspan: number, column: Element | undefined, place: RowPlace): Cell {
  const isHeader = element.name === 'th';
  const scope = (element.attributes.get('scope') as Cell['scope']) ?? (place.isHead ? 'column' : 'row');
  // Text in a cell that reaches over the column of numbers starts where all text starts.
  const indent = colspan > 1 && column?.attributes.get('class') === 'number' ? hang : 0;
  const around: Around = { indent, text: cellStyle(element, place) };
  return {
    kind: isHeader ? 'header' : 'data',
    scope: isHeader ? scope : undefined,
    colspan,
    content: withoutOuterSpace(place.buildFlow(element, around, place.setting)),
    ...(element.attributes.get('rule') === 'below' && { ruled: true as const }),
    origin: element.at,
  };
}

function cellStyle(element: Element, { isHead, look }: RowPlace): StyleName {
  const named = element.attributes.get('class') as StyleName | undefined;
  if (named) return isHead && named === 'page' ? 'pageHead' : named;
  if (look === 'notes') return 'note';
  if (isHead) return 'party';
  return look === 'contents' ? 'contents' : 'activity';
}

/** White space above the first block and below the last is the padding of the row. */
function withoutOuterSpace(blocks: readonly Block[]): readonly Block[] {
  if (blocks.length === 0 || (blocks[0]!.space.before === 0 && blocks.at(-1)!.space.after === 0))
    return blocks;
  return blocks.map((block, index) => ({
    ...block,
    space: {
      ...block.space,
      before: index === 0 ? 0 : block.space.before,
      after: index === blocks.length - 1 ? 0 : block.space.after,
    },
  }));
}
