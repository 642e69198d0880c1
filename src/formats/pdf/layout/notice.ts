import type { Notice } from '../../../document/tree.ts';
import type { CellNode, TableNode } from '../definition.ts';
import { type Frame, type Laid, laid } from './laid.ts';
import type { Setting } from './setting.ts';
import { setText } from './text.ts';

const bar = 2.4;
const padRight = 20;
const padTop = 7;
const padBottom = 8;

/** A tint over the full width with an accent bar at its left; the text stands where all text starts. */
export function layNotice(setting: Setting, notice: Notice, frame: Frame): Laid {
  const { colour } = setting.look;
  const paragraphs = [notice.title, ...notice.content].map((paragraph) =>
    setText(setting, paragraph, paragraph.content, paragraph.style),
  );
  const width = frame.width - frame.hang - padRight;
  const cell: CellNode = { source: notice, margin: [0, 0, 0, 0], width, stack: paragraphs };
  const row = { cells: [cell], above: padTop, below: padBottom, rule: undefined, besideBar: true };
  const node: TableNode = {
    source: notice,
    margin: [0, 0, 0, 0],
    rows: [row],
    heads: 0,
    gaps: [frame.hang],
    edges: [0, frame.width],
    keep: { first: 1, last: 0 },
    bar: { width: bar, colour: colour.accent },
    tint: colour.tint,
  };
  return laid(node, notice.space);
}
