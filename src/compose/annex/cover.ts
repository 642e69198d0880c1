import type { Block, Cover, Masthead, Paragraph } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { buildPlain } from './inline.ts';
import { type Around, type Setting, styleOf } from './setting.ts';
import { none, type StyleName } from './styles.ts';

// Below the facts; a tinted block ends some way below them itself.
const afterCover = { rule: 18, block: 34 } as const;

type BuildBlocks = (parent: Element, around: Around, setting: Setting) => Block[];

/** Builds the head of page 1; without a masthead the brand's name stands there. */
export function buildCover(
  element: Element,
  around: Around,
  setting: Setting,
  buildBlocks: BuildBlocks,
): Cover {
  const elements = element.children.filter((node) => node.kind === 'element');
  const masthead = elements.find(({ name }) => name === 'masthead');
  const rest: Element = { ...element, children: elements.filter(({ name }) => name !== 'masthead') };
  return {
    kind: 'cover',
    origin: element.at,
    space: { ...none, after: afterCover[setting.brand.cover] },
    masthead: buildMasthead(masthead ?? element, setting),
    ...(element.attributes.get('class') === 'page' && { page: true as const }),
    content: buildBlocks(rest, around, setting),
  };
}

function buildMasthead(element: Element, setting: Setting): Masthead {
  const { attributes } = element;
  const label = attributes.get('label');
  const { logo, logoHeight, name } = setting.brand;
  return {
    // The name beside it says what the logo says: for readers of the text it is decoration.
    logo:
      logo && attributes.get('logo') !== 'hide'
        ? { media: logo.media, bytes: logo.bytes, height: logoHeight, alt: '' }
        : undefined,
    name: lineOf(element, attributes.get('name') ?? name, 'brandName', setting),
    label: label ? lineOf(element, label, 'annexLabel', setting) : undefined,
  };
}

function lineOf(element: Element, text: string, style: StyleName, setting: Setting): Paragraph {
  const content = buildPlain(text, setting);
  return { kind: 'paragraph', origin: element.at, space: none, content, style: styleOf(setting, style) };
}
