import type { BrandColours } from '../../catalogue/model.ts';

/** How a class looks; what is left out is plain text: 10.5, ink, left, in the middle of the row. */
export type Look = {
  readonly size?: number;
  readonly bold?: true;
  readonly underline?: true;
  readonly colour?: keyof BrandColours;
  /** In the font for codes, whose I has serifs. */
  readonly code?: true;
  readonly fill?: keyof BrandColours;
  readonly horizontal?: 'center' | 'right';
  readonly indent?: number;
  readonly format?: string;
  /** A bar in the accent colour before the cell. */
  readonly bar?: true;
};

const head = { bold: true, fill: 'tint' } as const;
const figure = { horizontal: 'right', indent: 1, format: '0;-0;"–"' } as const;

/** The classes of cells. */
export const looks = {
  title: { size: 26, bold: true, colour: 'heading' },
  subtitle: { size: 14, colour: 'muted' },
  heading: { size: 12, bold: true },
  text: {},
  label: { colour: 'muted' },
  word: { bold: true, indent: 1 },
  meaning: { indent: 1 },
  value: { bold: true },
  link: { underline: true, colour: 'heading' },
  'notice-title': { bold: true, fill: 'tint', indent: 1, bar: true },
  notice: { fill: 'tint', indent: 1, bar: true },
  sign: { code: true, size: 11, horizontal: 'center' },
  'sign-strong': { code: true, size: 11, horizontal: 'center', bold: true },
  'sign-filled': {
    code: true,
    size: 11,
    horizontal: 'center',
    bold: true,
    fill: 'codeFill',
    colour: 'codeText',
  },
  head,
  'head-center': { ...head, horizontal: 'center' },
  'head-right': { ...head, horizontal: 'right', indent: 1 },
  'head-note': { ...head, indent: 1 },
  number: { colour: 'muted' },
  section: { bold: true },
  'section-again': { colour: 'muted' },
  code: { code: true, size: 11, horizontal: 'center' },
  note: { colour: 'muted', indent: 1 },
  figure,
  'figure-total': { ...figure, bold: true },
} as const satisfies Record<string, Look>;

export type CellClass = keyof typeof looks;
export const cellClasses = Object.keys(looks) as readonly CellClass[];

/** Lines under rows, thin to strong. `section` closes a group of rows. */
export const rules = ['none', 'fine', 'section', 'strong'] as const;
export type Rule = (typeof rules)[number];

/** Looks of codes in the matrix, weightiest first: where a cell holds several codes, the first decides. */
export const conditionClasses = ['filled', 'strong', 'quiet'] as const;
export type ConditionClass = (typeof conditionClasses)[number];
