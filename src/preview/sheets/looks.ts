import type { BorderLine, CellStyle } from '../../workbook/tree.ts';
import type { Added } from './conditions.ts';

/** Pixels beside a sheet that its row numbers take. */
const headings = 36;

/** What stands around the cells: a paper is white by day and by night, as a spreadsheet program has it. */
export const frame = `
*{box-sizing:border-box}
:root{color-scheme:light}
body{margin:0;padding:0 0 3rem;background:#fff;color:#14202e;font:10pt/1.25 Arial,"Liberation Sans",Helvetica,sans-serif}
h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
h2{margin:0;padding:1.4rem 1rem .5rem;font-size:12pt}
.grid{overflow-x:auto}
table{border-collapse:collapse;table-layout:fixed;width:max-content}
col:first-child{width:${headings}px}
thead td,th{border:1px solid #c7ced6;background:#f3f5f7;color:#566373;font-weight:400;text-align:center;padding:1px 4px}
td{padding:1px 4px;border:1px solid #e9ecef;overflow:hidden;vertical-align:bottom;white-space:nowrap;overflow-wrap:anywhere}
nav{position:fixed;inset:auto 0 0;background:#f3f5f7;border-top:1px solid #c7ced6;overflow-x:auto}
ul{display:flex;margin:0;padding:0 .5rem;list-style:none;white-space:nowrap}
a{display:block;padding:.55rem .8rem;color:#1d3f66}
:focus-visible{outline:3px solid #1d3f66;outline-offset:-3px}
`;

const lines: Readonly<Record<BorderLine['line'], string>> = {
  hair: '1px dotted',
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
};

/** How small a table may become, step by step. */
const step = 0.1;
const zooms = [0.9, 0.8, 0.7];

/** The looks of cells, columns and rows as classes: the page forbids itself styles that stand at an element. */
export class Looks {
  private readonly font: string;
  private readonly classes = new Map<string, string>();
  private readonly fits: string[] = [];

  /** @param font of the cells that have no style of their own */
  constructor(font: string) {
    this.font = font;
  }

  /** The class of a cell, with what a condition adds. */
  cell(style: CellStyle, added: Added | undefined): string {
    return this.classFor(declare(style, added));
  }

  /** Of a width in characters. */
  width(characters: number): string {
    return this.classFor(`width:${pixelsOf(characters)}px`);
  }

  /** Of a height in points. */
  height(points: number | undefined): string | undefined {
    return points === undefined ? undefined : this.classFor(`height:${points}pt`);
  }

  /** Makes a table smaller, as far as it stays legible, in a window that is narrower than it is. */
  fit(id: string, columns: readonly number[]): void {
    const whole = columns.reduce((sum, characters) => sum + pixelsOf(characters), headings);
    for (const zoom of zooms) {
      const narrower = Math.round(whole * (zoom + step));
      this.fits.push(`@media (max-width:${narrower}px){#${id} table{zoom:${zoom}}}`);
    }
  }

  /** The rules of all that was asked for. */
  sheet(): string {
    const rules = [...this.classes].map(([declarations, name]) => `.${name}{${declarations}}`);
    return [`td{font-family:${family(this.font)}}`, ...rules, ...this.fits, ''].join('\n');
  }

  private classFor(declarations: string): string {
    const known = this.classes.get(declarations) ?? `c${this.classes.size + 1}`;
    this.classes.set(declarations, known);
    return known;
  }
}

/** In a font of 10 points a digit is 7 pixels wide, and 5 stand around. */
function pixelsOf(characters: number): number {
  return Math.round(characters * 7 + 5);
}

function declare({ font, fill, align, border }: CellStyle, added: Added | undefined): string {
  const background = added?.fill ?? fill;
  const edges = Object.entries(border).map(
    ([edge, { line, colour }]) => `border-${edge}:${lines[line]} ${colour}`,
  );
  return [
    `font:${font.bold || added?.bold ? 600 : 400} ${font.size}pt/1.25 ${family(font.name)}`,
    `color:${added?.colour ?? font.colour}`,
    ...(font.underline ? ['text-decoration:underline'] : []),
    ...(background === undefined ? [] : [`background:${background}`]),
    `text-align:${align.horizontal}`,
    `vertical-align:${align.vertical}`,
    ...(align.wrap ? ['white-space:normal'] : []),
    ...(align.indent > 0 ? [`padding-left:${4 + align.indent * 9}px`] : []),
    ...edges,
  ].join(';');
}

/** A font is a name that somebody wrote: in quotes, with all that could end them or the style sheet left out. */
function family(name: string): string {
  return `"${name.replace(/[^\p{L}\p{N} ._-]/gu, '')}",Arial,"Liberation Sans",sans-serif`;
}
