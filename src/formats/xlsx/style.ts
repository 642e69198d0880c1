import type { Border, Style } from 'exceljs';
import type { BorderLine, CellStyle, Condition } from '../../workbook/tree.ts';

/** The number format 'Text'. */
const AS_TEXT = '@';

/**
 * Turns styles of the tree into styles of exceljs, each once: exceljs looks a style object up by identity before it
 * writes it out as XML to find its number, which is most of the time it takes.
 */
export class StyleSheet {
  readonly #styles = new Map<CellStyle, Partial<Style>>();
  readonly #textStyles = new Map<CellStyle, Partial<Style>>();

  /** `asText` keeps what a user types into the cell from being read as a formula or a number. */
  styleOf(style: CellStyle, asText: boolean): Partial<Style> {
    const known = asText ? this.#textStyles : this.#styles;
    const found = known.get(style);
    if (found) return found;
    const made = toStyle(style, asText ? AS_TEXT : style.format);
    known.set(style, made);
    return made;
  }
}

function toStyle({ font, fill, align, border }: CellStyle, numFmt: string | undefined): Partial<Style> {
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
    ...(numFmt && { numFmt }),
  };
}

function toBorder({ line, colour }: BorderLine): Partial<Border> {
  return { style: line, color: { argb: argb(colour) } };
}

/** The style of a conditional format. There a solid fill is named by its background colour. */
export function conditionStyle({ bold, fill, colour }: Condition): Partial<Style> {
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
