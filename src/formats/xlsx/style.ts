import type { Border, Style } from 'exceljs';
import type { BorderLine, CellStyle, Condition, Sheet, SheetCell } from '../../workbook/tree.ts';
import { isMisreadWhenRetyped } from './text.ts';

/** The number format 'Text', which keeps what a user types into a cell from being read as a formula or a number. */
const AS_TEXT = '@';

/** The number format that Excel shows as a short date in the way of the reader's country. */
const AS_DATE = 'mm-dd-yy';

/** How a cell looks, with the number format that its value asks for. */
export type UsedStyle = { readonly style: CellStyle; readonly format: string | undefined };

/** Finds the number that a cell's style has in the part of the styles. */
export type StyleNumbers = { readonly numberOf: (cell: SheetCell) => number };

/** The styles of one workbook in the order in which its cells first use them. */
export class UsedStyles {
  readonly list: UsedStyle[] = [];
  readonly #places = new Map<string | undefined, Map<CellStyle, number>>();

  constructor(sheets: readonly Sheet[]) {
    for (const { rows } of sheets) {
      for (const { cells } of rows) for (const cell of cells) this.placeOf(cell);
    }
  }

  /** Those of the same cells and of a further sheet, which come behind them. */
  and(sheet: Sheet): UsedStyles {
    const all = new UsedStyles([]);
    all.list.push(...this.list);
    for (const [format, places] of this.#places) all.#places.set(format, new Map(places));
    for (const { cells } of sheet.rows) for (const cell of cells) all.placeOf(cell);
    return all;
  }

  /** Where in the list the style of a cell stands. Styles are told apart by identity, since that is quick. */
  placeOf({ style, value }: SheetCell): number {
    const format = formatOf(style, value);
    const places = this.#places.get(format) ?? new Map<CellStyle, number>();
    this.#places.set(format, places);
    const known = places.get(style);
    if (known !== undefined) return known;
    places.set(style, this.list.length);
    return this.list.push({ style, format }) - 1;
  }
}

function formatOf({ format }: CellStyle, value: SheetCell['value']): string | undefined {
  if (format !== undefined) return format;
  if (value.kind === 'text' && isMisreadWhenRetyped(value.text)) return AS_TEXT;
  return value.kind === 'date' ? AS_DATE : undefined;
}

/** The style as exceljs takes it. */
export function toStyle({ style, format }: UsedStyle): Partial<Style> {
  const { font, fill, align, border } = style;
  return {
    font: {
      name: font.name,
      size: font.size,
      bold: font.bold,
      underline: font.underline,
      color: { argb: argb(font.colour) },
    },
    alignment: {
      horizontal: align.horizontal,
      vertical: align.vertical,
      wrapText: align.wrap,
      indent: align.indent,
    },
    border: Object.fromEntries(Object.entries(border).map(([edge, line]) => [edge, toBorder(line)])),
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } } }),
    ...(format && { numFmt: format }),
  };
}

function toBorder({ line, colour }: BorderLine): Partial<Border> {
  return { style: line, color: { argb: argb(colour) } };
}

/** What a conditional format changes. */
export type ConditionLook = Pick<Condition, 'bold' | 'fill' | 'colour'>;

/** The style of a conditional format. There a solid fill is named by its background colour. */
export function toConditionStyle({ bold, fill, colour }: ConditionLook): Partial<Style> {
  const font = { ...(bold && { bold }), ...(colour && { color: { argb: argb(colour) } }) };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } } }),
  };
}

/** `FF0057B7` for `#0057B7`. */
export function argb(colour: string): string {
  return `FF${colour.replace('#', '').toUpperCase()}`;
}
