import type { Block, Paragraph, Section } from '../../../document/tree.ts';
import { layCover } from './cover.ts';
import { layDefinitions } from './definitions.ts';
import { layFigure } from './figure.ts';
import { layHeading } from './heading.ts';
import { type Frame, type Laid, type LayBlocks, laid, sideMargin } from './laid.ts';
import { layList } from './list.ts';
import { layNotice } from './notice.ts';
import type { Setting } from './setting.ts';
import { layTable } from './table.ts';
import { setText } from './text.ts';

/** Lays out blocks that stand one below the other; sections dissolve into their content. */
export function layBlocks(setting: Setting, blocks: readonly Block[], frame: Frame): Laid[] {
  const inside = (inner: readonly Block[], around: Frame): Laid[] => layBlocks(setting, inner, around);
  const laidBlocks: Laid[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') laidBlocks.push(layParagraph(setting, block));
    else laidBlocks.push(...layBlock(setting, block, frame, inside));
  }
  return laidBlocks;
}

function layParagraph(setting: Setting, paragraph: Paragraph): Laid {
  const { content, style, space } = paragraph;
  return laid(setText(setting, paragraph, content, style, sideMargin(space)), space);
}

function layBlock(
  setting: Setting,
  block: Exclude<Block, Paragraph>,
  frame: Frame,
  inside: LayBlocks,
): Laid[] {
  switch (block.kind) {
    case 'cover':
      return [layCover(setting, block, frame, inside)];
    case 'section':
      return laySection(setting, block, frame);
    case 'heading':
      return [layHeading(setting, block, frame)];
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
    const { margin } = block.node;
    margin[0] += left;
    margin[2] += right;
    const isFirst = i === 0;
    return {
      ...block,
      before: block.before + (isFirst ? before : 0),
      after: block.after + (i === inside.length - 1 ? after : 0),
      from: (isFirst ? section.from : undefined) ?? block.from,
    };
  });
}
