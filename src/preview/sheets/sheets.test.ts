import { describe, expect, it } from 'vitest';
import { blankSheet } from '../../workbook/fixture.ts';
import type { CellStyle, Condition, Sheet, SheetCell, WorkbookDocument } from '../../workbook/tree.ts';
import { writeSheets } from './sheets.ts';

const style: CellStyle = {
  font: { name: 'Arial', size: 10, bold: false, underline: false, colour: '#111111' },
  fill: undefined,
  align: { horizontal: 'left', vertical: 'top', wrap: false, indent: 0 },
  border: {},
  format: undefined,
};

const cell = (column: number, value: SheetCell['value'], look = style): SheetCell => ({
  column,
  value,
  style: look,
  origin: '',
});
const text = (column: number, words: string, look = style) =>
  cell(column, { kind: 'text', text: words }, look);

const sheet: Sheet = {
  ...blankSheet,
  name: 'Matrix',
  columns: [
    { width: 10, hidden: false },
    { width: 20, hidden: false },
    { width: 5, hidden: true },
  ],
};

function write(changes: Partial<Sheet>, rows: readonly (readonly SheetCell[])[], font = 'Arial'): string {
  const workbook: WorkbookDocument = {
    language: 'en',
    font,
    properties: { title: 'Mail', subject: 'Matrix', author: '', keywords: [], date: '2026-03-01' },
    sheets: [{ ...sheet, ...changes, rows: rows.map((cells) => ({ height: 20, cells })) }],
    names: [],
  };
  return writeSheets(workbook);
}

/** What stands in the cells, without their looks. */
const cellsOf = (page: string) =>
  [...page.matchAll(/<td((?: (?:col|row)span="\d+")*)(?: class="\w+")?>(.*?)<\/td>/gs)].map(
    ([, span, inner]) => `${inner}${span}`,
  );

describe('the view of a workbook', () => {
  it('shows texts, numbers and dates, and formulas as their results', () => {
    const page = write({}, [
      [text(1, 'Back up'), cell(2, { kind: 'number', number: 3 })],
      [
        cell(1, { kind: 'formula', formula: '1+1', result: 2 }),
        cell(2, { kind: 'date', date: '2026-03-01' }),
      ],
    ]);
    expect(cellsOf(page).slice(1)).toEqual(['Back up', '3', '2', '2026-03-01']);
    expect(page).toContain('<h2 id="sheet-1-name">Matrix</h2>');
  });

  it('shows what users type as it was typed, in cells, in names and in fonts', () => {
    const hostile = `</style><script>x</script>"';}`;
    const page = write(
      { name: hostile },
      [[text(1, hostile, { ...style, font: { ...style.font, name: hostile } })]],
      hostile,
    );
    expect(page).not.toContain('<script>');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(cellsOf(page)[1]).toBe('&lt;/style&gt;&lt;script&gt;x&lt;/script&gt;&quot;&#39;;}');
  });

  it('shows no hidden column, and merged cells as one', () => {
    const merges = [{ top: 1, left: 1, bottom: 1, right: 3 }];
    expect(
      cellsOf(write({ merges }, [[text(1, 'wide')], [text(1, 'a'), text(2, 'b'), text(3, 'c')]])).slice(1),
    ).toEqual(['wide colspan="2"', 'a', 'b']);
  });

  it('colours a cell in which a code stands, as the first condition that holds says', () => {
    const find = (word: string): Condition => ({
      range: { top: 1, left: 1, bottom: 1, right: 2 },
      formula: `ISNUMBER(FIND(" ${word} "," "&A1&" "))`,
      bold: word === 'A',
      fill: word === 'A' ? '#aabbcc' : undefined,
      colour: undefined,
    });
    const page = write({ conditions: [find('A'), find('R')] }, [[text(1, 'R A'), text(2, 'RA')]]);
    const [first, second] = [...page.matchAll(/<td class="(\w+)">/g)].map(([, name]) => name);
    const ruleOf = (name: string) => new RegExp(`\\.${name}\\{(.*?)\\}`).exec(page)![1];
    expect(ruleOf(first!)).toContain('font:600 10pt');
    expect(ruleOf(first!)).toContain('background:#aabbcc');
    expect(ruleOf(second!)).not.toContain('background');
  });

  it('names its one style sheet by hash and forbids itself everything else', () => {
    expect(write({}, [])).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;"/,
    );
  });
});
