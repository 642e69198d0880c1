import type { Brand } from '../../catalogue/model.ts';
import type { Face, Space, TextStyle, Weight } from '../../document/tree.ts';

/** How a kind of text is set, and the white space around it; where it starts is for the builder to say. */
export type Styled = { readonly style: TextStyle; readonly space: Space };

export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'leaf'
  | 'notesTitle'
  | 'body'
  | 'summary'
  | 'label'
  | 'note'
  | 'aside'
  | 'kind'
  | 'before'
  | 'end'
  | 'party'
  | 'activity'
  | 'clause'
  | 'factLabel'
  | 'factValue'
  | 'legend'
  | 'noticeTitle'
  | 'noticeText'
  | 'running'
  | 'brandName'
  | 'annexLabel'
  | 'packTitle'
  | 'pack-lead'
  | 'pack-subtitle'
  | 'packFact'
  | 'contentsTitle'
  | 'contents'
  | 'product'
  | 'annex'
  | 'page'
  | 'pageHead'
  | 'codes';

export type StyleSheet = Readonly<Record<StyleName, Styled>>;

// A summary is read as prose: its lines stay shorter than the page.
const summaryRight = 40;

const sheets = new WeakMap<Brand, StyleSheet>();

/** Derives all styles from a brand's data. Sizes and leadings in points. */
export function styleSheet(brand: Brand): StyleSheet {
  const sheet = sheets.get(brand) ?? makeStyles(brand);
  sheets.set(brand, sheet);
  return sheet;
}

function makeStyles(brand: Brand): StyleSheet {
  const { ink, muted, heading } = brand.colour;
  const { body, leading, title, titleLeading } = brand.type;
  const { headingFeatures, numberFeatures, codeFeatures } = brand.fonts;
  const set: SetType = (
    face,
    weight,
    [size, lead],
    colour,
    features = face === 'heading' ? headingFeatures : [],
  ) => {
    const figures = face === 'heading' ? [] : numberFeatures;
    return { face, weight, size, leading: lead, colour, features, figures, align: 'left' };
  };
  const small = set('body', 400, [7.6, 10], muted);
  return {
    title: { style: set('heading', 600, [title, titleLeading], heading), space: space(0, 3) },
    subtitle: { style: set('heading', 400, [15, 19], muted), space: space(0, 18) },
    heading1: { style: set('heading', 600, [16, 20], heading), space: space(12, 8) },
    heading2: { style: set('heading', 600, [12, 15], heading), space: space(4, 7) },
    heading3: { style: set('heading', 600, [10.4, 13.5], heading), space: space(4, 6) },
    leaf: { style: set('body', 600, [body + 0.6, 13], heading), space: none },
    notesTitle: { style: set('body', 600, [body + 0.6, 13], heading), space: none },
    body: { style: set('body', 400, [body, leading], ink), space: space(0, 6) },
    summary: {
      style: set('body', 400, [body + 0.8, leading + 1.8], ink),
      space: { ...space(0, 16), right: summaryRight },
    },
    label: { style: { ...small, weight: 600 }, space: space(0, 5) },
    note: { style: set('body', 400, [8.2, 11.4], ink), space: space(0, 3) },
    aside: {
      style: set('body', 400, [body, leading + 0.4], ink),
      space: { ...space(0, 6), right: summaryRight },
    },
    kind: { style: set('body', 600, [7.6, 10], ink), space: space(0, 1.2) },
    before: { style: set('body', 400, [8.2, 11], muted), space: space(1, 0) },
    end: { style: small, space: none },
    party: { style: set('body', 600, [7.8, 10], ink), space: none },
    activity: { style: set('body', 400, [body, leading], ink), space: none },
    clause: { style: small, space: none },
    factLabel: { style: small, space: none },
    factValue: { style: set('body', 600, [9.2, 12.6], ink), space: none },
    legend: { style: set('body', 400, [8.2, 11], ink), space: space(0, 14) },
    noticeTitle: { style: set('body', 600, [8.6, 12], ink), space: none },
    noticeText: { style: set('body', 400, [8.6, 12], ink), space: none },
    running: { style: small, space: none },
    brandName: { style: set('heading', 600, [13, 16], ink), space: none },
    annexLabel: { style: { ...set('body', 600, [9.2, 12.6], ink), align: 'right' }, space: none },
    codes: { style: set('body', 400, [body, leading], ink, codeFeatures), space: none },
    ...packStyles(brand, set),
  };
}

type SetType = (
  face: Face,
  weight: Weight,
  size: readonly [size: number, leading: number],
  colour: string,
  features?: readonly string[],
) => TextStyle;

type PackStyle = Extract<
  StyleName,
  `pack${string}` | `contents${string}` | 'product' | 'annex' | 'page' | 'pageHead'
>;

/** What only covers and contents of packs have. A pack's title outgrows an annex's as much as that outgrows its text. */
function packStyles({ colour, type }: Brand, set: SetType): Readonly<Record<PackStyle, Styled>> {
  const { ink, muted, heading } = colour;
  const large = [10.4, 14] as const;
  const title = [2 * type.title - 16, 2 * type.titleLeading - 18] as const;
  return {
    packTitle: { style: set('heading', 600, title, heading), space: space(0, 6) },
    'pack-lead': { style: set('body', 600, [12, 15], muted), space: space(0, 8) },
    'pack-subtitle': { style: set('heading', 400, [17, 22], muted), space: none },
    packFact: { style: set('body', 600, large, ink), space: none },
    contentsTitle: { style: set('heading', 600, [22, 26], heading), space: space(0, 14) },
    contents: { style: set('body', 400, [9.2, 14], ink), space: none },
    product: { style: set('body', 600, large, ink), space: none },
    annex: { style: set('body', 400, large, muted), space: none },
    page: { style: { ...set('body', 400, large, ink), align: 'right' }, space: none },
    pageHead: { style: { ...set('body', 600, [7.8, 10], ink), align: 'right' }, space: none },
  };
}

/** White space above and below. */
function space(before: number, after: number): Space {
  return { before, after, left: 0, right: 0 };
}

/** No white space around. */
export const none: Space = { before: 0, after: 0, left: 0, right: 0 };

/** The styles of headings h1 to h6 without a class. */
export const headingStyles: readonly StyleName[] = [
  'title',
  'heading1',
  'heading2',
  'heading3',
  'heading3',
  'heading3',
];
