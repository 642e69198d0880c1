import type { LegendEntry } from '../found.ts';
import type { GridBlock, Page, TextBlock } from '../page.ts';

const signs = /^[A-Z]{1,2}$/u;

/** `R: Is in charge`, `(R) Responsible`, `R = Responsible`, `R - …`: the sign and what is said of it. */
const entry = /^\(?([A-Z]{1,2})\)?\s*(?:[:=–—-]|\bis\b|\best\b|(?<=\)\s*))\s*(\S.*)$/u;

/** Reads a table as a legend: at least half of its rows, and two, explain a sign each; or its head is signs alone. */
export function readLegendTable(grid: GridBlock): LegendEntry[] | undefined {
  const across = readLegendAcross(grid);
  if (across !== undefined) return across;
  const found = grid.rows.flatMap((row): LegendEntry[] => {
    const texts = row.cells.map(({ text }) => text).filter((text) => text !== '');
    const [first = '', ...rest] = texts;
    const bare = first.replace(/[()*:.]/gu, '').trim();
    if (signs.test(bare) && rest.length > 0 && isExplained(rest)) {
      return [{ sign: bare, meaning: rest.join(': '), line: row.line }];
    }
    return readEntry(first, row.line, rest);
  });
  const isLegend = found.length >= 2 && found.length * 2 >= grid.rows.length && isDistinct(found);
  return isLegend ? found : undefined;
}

/** A legend laid across: its head holds a sign a column, or a dash for none, and the row below explains them. */
function readLegendAcross({ rows }: GridBlock): LegendEntry[] | undefined {
  const [head, row, ...more] = rows;
  if (head === undefined || row === undefined || more.length > 1) return undefined;
  const names = head.cells.map(({ text }) => text.replace(/[()*:.]/gu, '').trim());
  const areSigns = names.every((name) => signs.test(name) || /^[-–—]?$/u.test(name));
  const areWords = row.cells.every(({ text }) => !signs.test(text));
  if (!areSigns || !areWords || !isExplained(row.cells.map(({ text }) => text))) return undefined;
  const entries = names.flatMap((sign, column) =>
    signs.test(sign) ? [{ sign, meaning: row.cells[column]?.text ?? '', line: row.line }] : [],
  );
  return entries.length >= 2 && isDistinct(entries) ? entries : undefined;
}

/** Words, and not codes: what a sign stands for is longer than a sign. */
function isExplained(cells: readonly string[]): boolean {
  return cells.some(
    (text) =>
      /\p{L}{4}/u.test(text) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text),
  );
}

function readEntry(text: string, line: number, rest: readonly string[]): LegendEntry[] {
  const found = entry.exec(text.replace(/[*_]/gu, ''));
  if (!found || !isExplained([found[2]!])) return [];
  return [{ sign: found[1]!, meaning: [found[2]!, ...rest].join(': '), line }];
}

function isDistinct(entries: readonly LegendEntry[]): boolean {
  return new Set(entries.map(({ sign }) => sign)).size === entries.length;
}

/** Reads what lines of text say of signs, each line on its own, or several in one (`G = Galtea, C = Customer`). */
export function readLegendLines(page: Page): LegendEntry[] {
  const texts = page.blocks.filter((block): block is TextBlock => block.kind === 'text');
  const found = texts.flatMap((block) =>
    block.lines.flatMap(({ line, text }) => {
      const alone = readEntry(text, line, []);
      return alone.length > 0 && !/[,;]\s*[A-Z](?:\+[A-Z])?\s*=/u.test(text)
        ? alone
        : readEquations(text, line);
    }),
  );
  const seen = new Set<string>();
  return found.filter(({ sign, line }) => {
    // A line that reads like one of a legend is one where others stand near it.
    const isAmong = found.some((other) => other.sign !== sign && Math.abs(other.line - line) <= nearLines);
    return isAmong && !seen.has(sign) && seen.add(sign);
  });
}

const nearLines = 8;

function readEquations(text: string, line: number): LegendEntry[] {
  const found = [...text.matchAll(/(?<![\p{L}+])([A-Z])\s*=\s*([^,;=()]{2,60}?)(?=[,;.(]|$)/gu)];
  return found.length < 2
    ? []
    : found.map(([, sign, meaning]) => ({ sign: sign!, meaning: meaning!.trim(), line }));
}
