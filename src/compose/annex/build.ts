import type { LocalizedProduct } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import type { AnnexDocument, DocumentFonts, Look, RunningLine } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { buildBlocks } from './blocks.ts';
import { chooseGeometry, type Geometry, hang } from './geometry.ts';
import { buildInline } from './inline.ts';
import { type Setting, styleOf } from './setting.ts';
import { styleSheet } from './styles.ts';

/** What a document is about, as far as its building has to know. */
export type Subject = Pick<
  LocalizedProduct,
  'language' | 'name' | 'edition' | 'updated' | 'reference' | 'codes'
>;

/** What a document wears. */
export type Dress = {
  readonly brand: Brand;
  readonly geometry: Geometry;
  /** Whether the body font has the narrow no-break space U+202F. */
  readonly hasNarrow: boolean;
  /** In a pack, the anchors of its annexes. */
  readonly anchors?: readonly string[];
};

/** Builds the annex from valid markup: attaches the brand's styles and the geometry that the parties ask for. */
export function buildAnnex(
  root: Element,
  product: LocalizedProduct,
  brand: Brand,
  hasNarrow: boolean,
): Checked<AnnexDocument> {
  const signs = product.codes.map((code) => code.sign);
  const geometry = chooseGeometry(product.parties.length, signs, brand.paper);
  return buildDocument(root, product, { brand, geometry, hasNarrow });
}

/** Builds a document from valid markup of the annex's dialect. */
export function buildDocument(
  root: Element,
  subject: Subject,
  { brand, geometry, hasNarrow, anchors = [] }: Dress,
): Checked<AnnexDocument> {
  const found: Diagnostic[] = [];
  const { language, codes } = subject;
  const styles = styleSheet(brand);
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const setting: Setting = { brand, styles, geometry, language, codes, hasNarrow, anchors, report };
  const annex: AnnexDocument = {
    language,
    metadata: {
      title: root.attributes.get('title')!,
      subject: root.attributes.get('subject')!,
      author: brand.legal,
      keywords: [subject.name, subject.reference, subject.edition].filter(Boolean),
      date: subject.updated,
      edition: subject.edition,
      reference: subject.reference,
    },
    page: setting.geometry.page,
    look: lookOf(brand),
    runningHeader: runningLine(root, 'running-header', setting),
    runningFooter: runningLine(root, 'running-footer', setting),
    body: buildBlocks(bodyOf(root), { indent: hang, text: 'body' }, setting),
  };
  return found.some(isBlocking) ? failed(...found) : checked(annex, found);
}

function bodyOf(root: Element): Element {
  return {
    ...root,
    children: root.children.filter((node) => node.kind === 'text' || !node.name.startsWith('running-')),
  };
}

function runningLine(root: Element, name: string, setting: Setting): RunningLine | undefined {
  const line = childNamed(root, name);
  if (!line) return undefined;
  const inlineOf = (side: string) => {
    const element = childNamed(line, side);
    return element ? buildInline(element, setting) : [];
  };
  return { left: inlineOf('left'), right: inlineOf('right'), style: styleOf(setting, 'running') };
}

function childNamed(parent: Element, name: string): Element | undefined {
  return parent.children.find((node): node is Element => node.kind === 'element' && node.name === name);
}

const looks = new WeakMap<Brand, Look>();

function lookOf(brand: Brand): Look {
  const look = looks.get(brand) ?? makeLook(brand);
  looks.set(brand, look);
  return look;
}

function makeLook(brand: Brand): Look {
  const { ink, muted, accent, tint, rule, codeFill, codeText } = brand.colour;
  return {
    cover: brand.cover,
    colour: { ink, muted, accent, tint, rule, codeFill, codeText },
    dark: brand.dark,
    rule: brand.rule,
    codeRadius: brand.code.radius,
    fonts: fontsOf(brand),
  };
}

function fontsOf({ fonts }: Brand): DocumentFonts {
  const family = ({ regular, semibold }: Brand['fonts']['body']) => ({ 400: regular, 600: semibold });
  return { heading: family(fonts.heading), body: family(fonts.body), fallback: fonts.fallback };
}
