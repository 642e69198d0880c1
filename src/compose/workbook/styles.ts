import type { Brand } from '../../catalogue/model.ts';
import type { BorderLine, CellStyle, Condition } from '../../workbook/tree.ts';
import { type CellClass, type ConditionClass, type Look, looks, type Rule } from './classes.ts';

/** What a workbook needs of a brand. */
export type WorkbookBrand = Pick<Brand, 'name' | 'legal' | 'colour' | 'paper' | 'workbook'>;

const SIZE = 10.5;
const FILLED_TINT = 0.2;

/** The brand's styles, each made once, since formats compare styles by identity. */
export class StyleBook {
  readonly #brand: WorkbookBrand;
  readonly #first = new Map<CellClass, Map<Rule, CellStyle>>();
  readonly #others = new Map<CellClass, Map<Rule, CellStyle>>();

  constructor(brand: WorkbookBrand) {
    this.#brand = brand;
  }

  /** `first` is no for the cells that a spanning cell covers: only the first has the class's bar. */
  styleOf(name: CellClass, rule: Rule, first = true): CellStyle {
    const styles = first ? this.#first : this.#others;
    const ruled = styles.get(name) ?? new Map<Rule, CellStyle>();
    const known = ruled.get(rule);
    if (known) return known;
    const style = makeStyle(this.#brand, looks[name], rule, first);
    styles.set(name, ruled.set(rule, style));
    return style;
  }
}

const books = new WeakMap<WorkbookBrand, StyleBook>();

/** The styles of a brand, which all its workbooks share: they hang on the brand alone. */
export function styleBookOf(brand: WorkbookBrand): StyleBook {
  const book = books.get(brand) ?? new StyleBook(brand);
  books.set(brand, book);
  return book;
}

function makeStyle({ workbook, colour }: WorkbookBrand, look: Look, rule: Rule, first: boolean): CellStyle {
  const line = lineUnder(rule, colour);
  return {
    font: {
      name: look.code ? workbook.codeFont : workbook.font,
      size: look.size ?? SIZE,
      bold: look.bold ?? false,
      underline: look.underline ?? false,
      colour: colour[look.colour ?? 'ink'],
    },
    fill: look.fill && colour[look.fill],
    align: {
      horizontal: look.horizontal ?? 'left',
      vertical: 'middle',
      wrap: look.format === undefined,
      indent: look.indent ?? 0,
    },
    border: {
      ...(line && { bottom: line }),
      ...(look.bar && first && { left: { line: 'thick', colour: colour.accent } }),
    },
    format: look.format,
  };
}

function lineUnder(rule: Rule, colour: Brand['colour']): BorderLine | undefined {
  switch (rule) {
    case 'none':
      return undefined;
    case 'fine':
      return { line: 'hair', colour: colour.rule };
    case 'section':
      return { line: 'thin', colour: colour.ink };
    case 'strong':
      return { line: 'medium', colour: colour.ink };
  }
}

/** How a code looks: its weight says it first, colour never alone. */
export function conditionLook(
  name: ConditionClass,
  { colour }: WorkbookBrand,
): Pick<Condition, 'bold' | 'fill' | 'colour'> {
  switch (name) {
    case 'filled':
      return { bold: true, fill: mixWithWhite(colour.codeFill, FILLED_TINT), colour: colour.ink };
    case 'strong':
      return { bold: true, fill: undefined, colour: colour.ink };
    case 'quiet':
      return { bold: false, fill: undefined, colour: colour.muted };
  }
}

/** A colour thinned with white, for a sheet knows no transparency. */
function mixWithWhite(colour: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(255 + (channel - 255) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
