import type { Block, Section } from '../../../document/tree.ts';
import { layCover } from './cover.ts';
import { layDefinitions } from './definitions.ts';
import { layFigure } from './figure.ts';
import { layHeading } from './heading.ts';
import { type Frame, type Laid, laid, sideMargin } from './laid.ts';
import { layList } from './list.ts';
import { layNotice } from './notice.ts';
import type { Setting } from './setting.ts';
import { layTable } from './table.ts';
import { setText } from './text.ts';

/** Lays out blocks that stand one below the other; sections dissolve into their content. */
export function layBlocks(setting: Setting, blocks: readonly Block[], frame: Frame): Laid[] {
  return blocks.flatMap((block) => layBlock(setting, block, frame));
}

function layBlock(setting: Setting, block: Block, frame: Frame): Laid[] {
  const inside = (blocks: readonly Block[], inner: Frame): Laid[] => layBlocks(setting, blocks, inner);
  switch (block.kind) {
    case 'cover':
      return [layCover(setting, block, frame, inside)];
    case 'section':
      return laySection(setting, block, frame);
    case 'heading':
      return [layHeading(setting, block, frame)];
    case 'paragraph':
      return [
        laid(setText(setting, block, block.content, block.style, sideMargin(block.space)), block.space),
      ];
    case 'list':
      return layList(setting, block, frame, inside);
    case 'definitions':
      return [layDefinitions(setting, block, frame)];
    case 'table':
      return [layTable(setting, block, frame, inside)];
    case 'notice':
      return [layNotice(setting, block, frame)];
    case 'figure':
      return [layFigure(setting, block)];
  }
}

/** A section's white space goes to its first and last blocks, and its sides to all. */
function laySection(setting: Setting, section: Section, frame: Frame): Laid[] {
  const { before, after, left, right } = section.space;
  const inside = layBlocks(setting, section.content, { ...frame, width: frame.width - left - right });
  return inside.map((block, i) => {
    const [l, top, r, bottom] = block.node.margin;
    return {
      ...block,
      node: { ...block.node, margin: [l + left, top, r + right, bottom] },
      before: block.before + (i === 0 ? before : 0),
      after: block.after + (i === inside.length - 1 ? after : 0),
      ...(i === 0 && section.from !== undefined && { from: section.from }),
    };
  });
}
