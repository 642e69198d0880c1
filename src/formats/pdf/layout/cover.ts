import { plainText } from '../../../document/plain.ts';
import type { Cover, Masthead, Paragraph } from '../../../document/tree.ts';
import type { Backdrop, ColumnNode, ColumnsNode, DrawingNode, Shape, TextNode } from '../definition.ts';
import { type Frame, insetFrame, type Laid, type LayBlocks, sideMargin, spaced } from './laid.ts';
import { setPicture, widthOfPicture } from './picture.ts';
import { ascentIn, capHeightIn, type Setting, widthIn } from './setting.ts';
import { setText } from './text.ts';

const logoGap = 7;
const ruleWidth = 1.6;
const ruleGap = 10;
const titleGap = 26;
const band = 10;
const leastBlock = 278;
const blockPadding = 20;

// A cover that is a page of its own: the line lower down, a block to below the middle, and half a disc at its foot.
const pageRuleGap = 140;
const pageTitleGap = 22;
const pageBlock = 560;
const disc = { radius: 150, fromRight: 60 } as const;
const paper = '#FFFFFF';

/**
 * The head of page 1: masthead, then title and facts, under an accent line or on a tinted block. One that is a page of its own
 * has its title lower down.
 */
export function layCover(setting: Setting, cover: Cover, frame: Frame, inside: LayBlocks): Laid {
  const inner = { ...insetFrame(frame, cover.space), bookmarks: false };
  const masthead = mastheadRow(setting, cover.masthead, inner.width);
  const content = spaced(inside(cover.content, inner));
  return {
    node: {
      source: cover,
      margin: sideMargin(cover.space),
      stack: [masthead, accentLine(setting, cover, inner.width), ...content],
    },
    before: cover.space.before,
    after: cover.space.after,
    ...(setting.look.cover === 'block' && { backdrop: tintedBlock(setting, cover.page) }),
  };
}

/** Logo, name and label. The name's capitals stand half-way up the logo; name and label share a base line. */
function mastheadRow(setting: Setting, masthead: Masthead, width: number): ColumnsNode {
  const { logo, name, label } = masthead;
  const logoWidth = logo ? widthOfPicture(logo) + logoGap : 0;
  const labelWidth = label ? labelColumn(setting, label) : 0;
  const drop = logo
    ? (logo.height + capHeightIn(setting, name.style)) / 2 - ascentIn(setting, name.style)
    : 0;
  const nameText: TextNode = setText(setting, name, name.content, name.style, [0, Math.max(0, drop), 0, 0]);
  const columns: ColumnNode[] = [{ ...nameText, width: width - logoWidth - labelWidth }];
  if (logo)
    columns.unshift({
      source: logo,
      margin: [0, 0, 0, 0],
      width: logoWidth,
      stack: [setPicture(setting, logo)],
    });
  if (label) {
    const text = setText(setting, label, label.content, { ...label.style, align: 'right' });
    columns.push({ ...text, width: labelWidth });
  }
  return { source: masthead, margin: [0, 0, 0, 0], columns };
}

/** Room for the label on one line, with a little more than was measured, since measuring knows no kerning. */
function labelColumn(setting: Setting, label: Paragraph): number {
  return widthIn(setting, label.style, plainText(label.content)) * 1.03 + 1;
}

function accentLine(setting: Setting, cover: Cover, width: number): DrawingNode {
  const line = {
    type: 'line',
    x1: 0,
    y1: 0,
    x2: width,
    y2: 0,
    lineWidth: ruleWidth,
    lineColor: setting.look.colour.accent,
  } as const;
  return {
    source: cover,
    margin: cover.page ? [0, pageRuleGap, 0, pageTitleGap] : [0, ruleGap, 0, titleGap],
    canvas: setting.look.cover === 'rule' ? [line] : [],
  };
}

/** A tint from edge to edge with an accent band along the top of the page. */
function tintedBlock(setting: Setting, isPage = false): Backdrop {
  const { tint, accent } = setting.look.colour;
  return {
    least: isPage ? pageBlock : leastBlock,
    below: blockPadding,
    paint: (width, bottom) => [
      { type: 'rect', x: 0, y: 0, w: width, h: bottom, color: tint },
      { type: 'rect', x: 0, y: 0, w: width, h: band, color: accent },
      ...(isPage ? halfDisc(width, bottom, accent) : []),
    ],
  };
}

/**
 * A disc that the foot of the block cuts in half: what is below is covered with paper, a little beyond the page, at whose
 * edge viewers smooth colours.
 */
function halfDisc(width: number, bottom: number, color: string): Shape[] {
  const { radius, fromRight } = disc;
  const left = width - fromRight - radius;
  const below = { x: left - 1, y: bottom, w: width - left + 3, h: radius + 1 };
  return [
    { type: 'ellipse', x: width - fromRight, y: bottom, r1: radius, r2: radius, color },
    { type: 'rect', ...below, color: paper },
  ];
}
