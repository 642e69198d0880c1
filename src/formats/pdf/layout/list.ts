import type { List, TextStyle } from '../../../document/tree.ts';
import type { Beside, ColumnsNode, TextNode } from '../definition.ts';
import { type Frame, insetFrame, type Laid, type LayBlocks, sideMargin, stackOf } from './laid.ts';
import { textNode } from './nodes.ts';
import { typedRuns } from './runs.ts';
import type { Setting } from './setting.ts';

/** Items with their signs hanging. Every item is a block of its own, so that pages break between items. */
export function layList(setting: Setting, list: List, frame: Frame, inside: LayBlocks): Laid[] {
  const { width } = insetFrame(frame, list.space);
  const inner: Frame = { ...frame, width: width - list.hang };
  return list.items.map((item, i) => {
    const blocks = inside(item.content, inner);
    const sign = signOf(setting, list, i);
    const content = { ...stackOf(item, dropOuterWhite(blocks)), width: inner.width };
    const node: ColumnsNode = { source: item, margin: sideMargin(list.space), columns: [sign, content] };
    return {
      node,
      before: (blocks[0]?.before ?? 0) + (i === 0 ? list.space.before : 0),
      after: (blocks.at(-1)?.after ?? 0) + (i === list.items.length - 1 ? list.space.after : 0),
    };
  });
}

/** White around an item's content is white around the item, sign included. */
function dropOuterWhite(blocks: readonly Laid[]): Laid[] {
  return blocks.map((block, i) => (i === 0 ? { ...block, before: 0 } : block));
}

function signOf(setting: Setting, list: List, index: number): Beside<TextNode> {
  const style: TextStyle = list.ordered ? { ...list.style, weight: 600 } : list.style;
  const text = list.ordered ? String(index + 1) : '•';
  const item = list.items[index]!;
  const runs = typedRuns(setting, style, text, { noWrap: true, source: item });
  return textNode(item, runs, [0, 0, 0, 0], list.hang);
}
