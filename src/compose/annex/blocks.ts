import type { Block, Figure, Heading, Image, List, Notice, Paragraph } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { buildCover } from './cover.ts';
import { buildDefinitions } from './definitions.ts';
import { buildInline, buildPlain } from './inline.ts';
import { type Around, type Setting, styleOf } from './setting.ts';
import { headingStyles, none, type StyleName } from './styles.ts';
import { buildTable } from './table.ts';

const bulletHang = 12;
const numberHang = 16;
const noticeAfter = 16;
const betweenNotices = 6;

/** Builds the elements that stand one below the other inside an element. */
export function buildBlocks(parent: Element, around: Around, setting: Setting): Block[] {
  const elements = parent.children.filter((node) => node.kind === 'element');
  const blocks = elements.map((element) => buildBlock(element, around, setting));
  return blocks.map((block, index) => drawNear(block, blocks[index + 1]));
}

/** Notices that follow each other stand closer together than a notice and what comes after. */
function drawNear(block: Block, next: Block | undefined): Block {
  if (block.kind !== 'notice' || next?.kind !== 'notice') return block;
  return { ...block, space: { ...block.space, after: betweenNotices } };
}

const cellBlocks = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol']);

/** Builds blocks, or a single paragraph from an element that holds text. */
export function buildFlow(parent: Element, around: Around, setting: Setting): Block[] {
  const hasBlocks = parent.children.some((node) => node.kind === 'element' && cellBlocks.has(node.name));
  if (hasBlocks) return buildBlocks(parent, around, setting);
  const paragraph = paragraphOf(parent, around.text, { ...around, setting });
  return paragraph.content.length > 0 ? [paragraph] : [];
}

function buildBlock(element: Element, around: Around, setting: Setting): Block {
  switch (element.name) {
    case 'cover':
      return buildCover(element, around, setting, buildBlocks);
    case 'section':
      return {
        kind: 'section',
        origin: element.at,
        space: none,
        content: buildBlocks(element, around, setting),
        ...(element.attributes.has('from') && { from: Number(element.attributes.get('from')) }),
      };
    case 'p':
      return paragraphOf(element, paragraphStyle(element, around), { ...around, setting });
    case 'ul':
    case 'ol':
      return buildList(element, around, setting);
    case 'dl':
      return buildDefinitions(element, around, setting);
    case 'table':
      return buildTable(element, setting, buildFlow);
    case 'notice':
      return buildNotice(element, setting);
    case 'img':
      return buildFigure(element, around, setting);
    default:
      return buildHeading(element, around, setting);
  }
}

function paragraphStyle(element: Element, around: Around): StyleName {
  return (element.attributes.get('class') as StyleName | undefined) ?? around.text;
}

function paragraphOf(
  element: Element,
  name: StyleName,
  place: Around & { readonly setting: Setting },
): Paragraph {
  const { style, space } = place.setting.styles[name];
  const content = buildInline(element, place.setting);
  return { kind: 'paragraph', origin: element.at, space: { ...space, left: place.indent }, content, style };
}

/** A number hangs to the left of where text starts; without one the heading starts there itself. */
function buildHeading(element: Element, around: Around, setting: Setting): Heading {
  const level = Number(element.name.slice(1)) as Heading['level'];
  const number = element.attributes.get('number') || undefined;
  const { style, space } = setting.styles[headingStyle(element, level)];
  const left = number === undefined ? around.indent : 0;
  const content = buildInline(element, setting);
  return { kind: 'heading', origin: element.at, space: { ...space, left }, level, number, content, style };
}

function headingStyle(element: Element, level: number): StyleName {
  const look = element.attributes.get('class');
  if (look === 'leaf') return 'leaf';
  return titleStyles[look ?? ''] ?? headingStyles[level - 1]!;
}

const titleStyles: Readonly<Record<string, StyleName>> = {
  notes: 'notesTitle',
  pack: 'packTitle',
  contents: 'contentsTitle',
};

function buildList(element: Element, around: Around, setting: Setting): List {
  const ordered = element.name === 'ol';
  const { style, space } = setting.styles[around.text];
  const items = element.children.flatMap((node) =>
    node.kind === 'element'
      ? [{ origin: node.at, content: buildFlow(node, { ...around, indent: 0 }, setting) }]
      : [],
  );
  const hang = ordered ? numberHang : bulletHang;
  return {
    kind: 'list',
    origin: element.at,
    space: { ...space, left: around.indent },
    ordered,
    hang,
    items,
    style,
  };
}

function buildNotice(element: Element, setting: Setting): Notice {
  const place = { indent: 0, text: 'noticeText', setting } as const;
  const content = element.children.flatMap((node) =>
    node.kind === 'element' ? [paragraphOf(node, 'noticeText', place)] : [],
  );
  const title: Paragraph = {
    kind: 'paragraph',
    origin: element.at,
    space: none,
    content: buildPlain(element.attributes.get('title')!, setting),
    style: styleOf(setting, 'noticeTitle'),
  };
  return { kind: 'notice', origin: element.at, space: { ...none, after: noticeAfter }, title, content };
}

/** The brand's logo; a brand without one leaves an empty section, which draws nothing. */
function buildFigure(element: Element, around: Around, setting: Setting): Block {
  const height = Number(element.attributes.get('height') ?? setting.brand.logoHeight);
  const image = logoOf(setting, element.attributes.get('alt')!, height);
  const space = { ...setting.styles.body.space, left: around.indent };
  if (!image) return { kind: 'section', origin: element.at, space: none, content: [] };
  return { kind: 'figure', origin: element.at, space, image } satisfies Figure;
}

function logoOf(setting: Setting, alt: string, height: number): Image | undefined {
  const { logo } = setting.brand;
  return logo && { media: logo.media, bytes: logo.bytes, height, alt };
}
