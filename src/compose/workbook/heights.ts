import type { CellStyle } from '../../workbook/tree.ts';
import { HIGHEST_ROW } from '../../workbook/valid.ts';

/**
 * How high a row must be. Excel fits heights itself only for rows that have none, never for merged cells, and
 * LibreOffice not before a row is edited: so heights are estimated here, with the letter widths of Arial, which
 * Liberation Sans and Helvetica share. Other fonts of workbooks are seldom wider; LEEWAY covers them and bold type.
 */
const LEEWAY = 1.05;
const LINE = 1.28;
const PADDING = 5;

/** Widths of letters in thousandths of the font size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [222, "ijl'‘’‚|"],
      [278, ' !,./:;I[\\]ft·'],
      [333, '()-`r“”„'],
      [500, 'Jckvxyzs°'],
      [556, '0123456789abdeghnopqu#$?L_–«»'],
      [584, '+<=>~*^{}"'],
      [611, 'FTZ'],
      [667, '&ABEKPSVXY'],
      [722, 'CDHNRUw'],
      [778, 'GOQ'],
      [833, 'Mm'],
      [1000, '%W@—…'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
const OTHER_LETTER = 620;
const IDEOGRAPH = 1000;
/** No letter is wider than this. */
const WIDEST = 1000;

/** Height in points for the lines of the highest of the texts, not less than `least`. */
export function rowHeight(
  cells: readonly { readonly text: string; readonly style: CellStyle; readonly width: number }[],
  least: number,
): number {
  const heights = cells.map(({ text, style, width }) => {
    const lines = countLines(text, style, roomIn(width, style));
    return Math.ceil(lines * style.font.size * LINE + PADDING);
  });
  return Math.min(HIGHEST_ROW, Math.max(least, ...heights));
}

/** Points inside a column of a width in characters: 7 pixels each, and 2 pixels kept free on either side. */
function roomIn(width: number, { align }: CellStyle): number {
  return (width * 7 - align.indent * 9) * 0.75;
}

/** Breaks at spaces as a spreadsheet does, and inside words that are longer than a line. */
function countLines(text: string, { font }: CellStyle, room: number): number {
  const scale = (font.size / 1000) * LEEWAY * (font.bold ? 1.06 : 1);
  // Most cells hold a code or a few words, which need no measuring.
  if (text.length * WIDEST * scale <= room && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, scale, room), 0);
}

function linesOf(paragraph: string, scale: number, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.match(/[^ ]+ *| +/g) ?? []) {
    const letters = word.trimEnd();
    const width = widthOf(letters) * scale;
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    const overflow = Math.max(0, Math.ceil(width / room) - 1);
    lines += overflow;
    used += width + widthOf(word.slice(letters.length)) * scale - overflow * room;
  }
  return lines;
}

function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unitWidths[unit] === UNKNOWN) unitWidths[unit] = widthOfUnit(unit);
    width += unitWidths[unit]!;
  }
  return width;
}

/** Widths by UTF-16 code unit, as far as they have been asked for: looking up letters one by one is most of the work. */
const UNKNOWN = 0xffff;
const unitWidths = new Uint16Array(0x1_0000).fill(UNKNOWN);

/** Letters with accents are as wide as without. Of a surrogate pair, the first half has the width. */
function widthOfUnit(unit: number): number {
  const letter = String.fromCharCode(unit);
  if (/[\udc00-\udfff]/.test(letter)) return 0;
  // Ideographs, among them those of the supplementary planes.
  if (/[\u2e80-\ud7ff\ud840-\ud8bf\ue000-\uffef]/.test(letter)) return IDEOGRAPH;
  return WIDTHS.get(letter) ?? WIDTHS.get(letter.normalize('NFD').charAt(0)) ?? OTHER_LETTER;
}
