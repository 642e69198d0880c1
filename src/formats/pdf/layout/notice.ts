import type { Notice } from '../../../document/tree.ts';
import type { StackNode, TableNode } from '../definition.ts';
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
  const cell: StackNode = { source: notice, margin: [0, 0, 0, 0], stack: paragraphs };
  const node: TableNode = {
    source: notice,
    margin: [0, 0, 0, 0],
    table: { headerRows: 0, widths: [frame.width - frame.hang - padRight], body: [[cell]] },
    layout: {
      hLineWidth: () => 0,
      hLineColor: () => colour.tint,
      vLineWidth: (column) => (column === 0 ? bar : 0),
      vLineColor: () => colour.accent,
      fillColor: () => colour.tint,
      paddingLeft: () => frame.hang - bar,
      paddingRight: () => padRight,
      paddingTop: () => padTop,
      paddingBottom: () => padBottom,
    },
    heads: 0,
    keep: { first: 1, last: 0 },
  };
  return laid(node, notice.space);
}
