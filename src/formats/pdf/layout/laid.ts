import type { Block, Space } from '../../../document/tree.ts';
import type { Backdrop, FlowNode, Margin, PdfNode, StackNode } from '../definition.ts';

/** A block as it was laid out, with the white it asks for above and below. */
export type Laid = {
  readonly node: PdfNode;
  readonly before: number;
  readonly after: number;
  readonly keepWithNext?: true | undefined;
  readonly backdrop?: Backdrop | undefined;
  readonly from?: number | undefined;
};

/** The column in which blocks are laid out. */
export type Frame = {
  /** Points from its left to its right edge. */
  readonly width: number;
  /** Width of the column of hanging numbers. */
  readonly hang: number;
  /** Whether headings found here become bookmarks. */
  readonly bookmarks: boolean;
};

/** Lays out what stands inside a block: handed to the layout of cells, items and the cover. */
export type LayBlocks = (blocks: readonly Block[], frame: Frame) => Laid[];

/** The frame that is left inside a block's own white space. */
export function insetFrame(frame: Frame, space: Space): Frame {
  return { ...frame, width: frame.width - space.left - space.right };
}

/** The margin that puts a block's white space left and right of it. */
export function sideMargin(space: Space): Margin {
  return [space.left, 0, space.right, 0];
}

/** A block that is a single node. */
export function laid(node: PdfNode, space: Space): Laid {
  return { node, before: space.before, after: space.after };
}

/**
 * Turns the white between blocks into top margins of their nodes: white below one block and above the next add up. White below the
 * last block is dropped, for a margin that does not fit would open an empty page.
 */
export function spaced(blocks: readonly Laid[]): FlowNode[] {
  let above = 0;
  return blocks.map(({ node, before, after, keepWithNext, backdrop, from }) => {
    node.margin[1] += before + above;
    above = after;
    const owed = keepWithNext || backdrop !== undefined || from !== undefined;
    return owed ? Object.assign(node, { keepWithNext, backdrop, from }) : node;
  });
}

/** Blocks one below the other as a single node. */
export function stackOf(source: object, blocks: readonly Laid[], margin: Margin = [0, 0, 0, 0]): StackNode {
  return { source, margin, stack: spaced(blocks) };
}
