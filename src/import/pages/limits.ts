import { Damaged } from '../../readers/damaged.ts';
import type { PageFormat } from '../page.ts';

const mebi = 1024 * 1024;

/** The largest files that are read, in bytes. The longest page with a matrix that we know has 0.2 MiB. */
export const largestFile: Readonly<Record<PageFormat, number>> = {
  markdown: mebi,
  html: 2 * mebi,
  text: mebi,
  csv: 2 * mebi,
  docx: 16 * mebi,
  xlsx: 16 * mebi,
};

/** What is read of an office document once it is unpacked: the readers take a second or two for as much. */
export const largestOffice = {
  docx: { bytes: 4 * mebi, tags: 100_000 },
  xlsx: { bytes: 32 * mebi, tags: 400_000 },
} as const;

/** A matrix of a thousand rows with a heading each has four thousand lines. */
const mostLines = 50_000;
/** The longest line of Markdown or text, in characters without tags: parsers of inline markup are not linear in it. */
const longestLine = 32_768;
const mostTags = 200_000;
const mostColumns = 256;
const mostCells = 200_000;
const mostTables = 2_000;

/** Holds a text against what pages that people read have. Throws Damaged where it was made to exhaust its reader. */
export function surveyText(text: string, format: PageFormat): void {
  // No format of text that is read here has entities of its own; a page that declares some was made to grow.
  if (/<!DOCTYPE[^<>]*\[[^<>]*<!ENTITY/iu.test(text.slice(0, 65_536))) {
    throw new Damaged('it declares entities');
  }
  const tags = countTags(text);
  if (tags > mostTags) throw new Damaged(`it has ${tags} tags; at most ${mostTags} are read`);
  if (format === 'html') return;
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.length > mostLines) {
    throw new Damaged(`it has ${lines.length} lines; at most ${mostLines} are read`);
  }
  const long = lines.findIndex((line) => lengthOf(line) > longestLine);
  if (long < 0) return;
  const length = lengthOf(lines[long]!);
  throw new Damaged(`line ${long + 1} has ${length} characters; at most ${longestLine} are read`);
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++;
  return count;
}

function lengthOf(line: string): number {
  return line.length <= longestLine ? line.length : line.replace(/<[^<>]*>/gu, '').length;
}

/** Throws Damaged where a page has more tables than any page. */
export function expectTables(count: number): void {
  if (count > mostTables) throw new Damaged(`it has ${count} tables; at most ${mostTables} are read`);
}

/** Counts the cells of a page, row by row. */
export type CountCells = (cells: number, line: number) => void;

/** A counter for one page. It throws Damaged where a row, or all of them together, have more cells than any matrix. */
export function cellCounter(): CountCells {
  let all = 0;
  return (cells, line) => {
    if (cells > mostColumns) {
      throw new Damaged(`line ${line} has ${cells} columns; at most ${mostColumns} are read`);
    }
    all += cells;
    if (all > mostCells) throw new Damaged(`it has more than ${mostCells} cells`);
  };
}
