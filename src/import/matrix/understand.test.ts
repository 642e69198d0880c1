import { expect, test } from 'vitest';
import type { FoundMatrix } from '../found.ts';
import { readMarkdown } from '../pages/markdown.ts';
import { readText } from '../pages/text.ts';
import { understandPage } from './understand.ts';

/** A matrix as lines: `3.1 Title | Activity | RA I | note`; a dash for no role, a question mark where nobody can tell. */
function show(found: FoundMatrix | undefined): string[] {
  return (found?.rows ?? []).map((row) => {
    const section = row.section === undefined ? undefined : found!.sections[row.section]!;
    const title = section && [section.number, section.title].filter((part) => part !== undefined).join(' ');
    const codes = row.cells.map((cell) => cell.codes?.join('').padEnd(1, '-') ?? '?').join(' ');
    return [title, row.activity, codes, row.note].filter((part) => part !== undefined).join(' | ');
  });
}

const read = (markdown: string) => understandPage(readMarkdown(markdown, 'page.md'));
const found = (markdown: string): FoundMatrix => read(markdown).value!;
const rows = (markdown: string): string[] => show(read(markdown).value);
const flags = (markdown: string): string[] =>
  found(markdown).flagged.map(({ line, party, found: seen }) => `${line} ${party ?? 'row'} ${seen}`);

const head = '| Activity | Customer | Provider |\n| --- | --- | --- |\n';

test('a plain table is read row by row', () => {
  expect(
    rows(`# RACI\n\n## 1. Start\n\n${head}| Order the service | RA | I |\n| Deliver it | | RA |\n`),
  ).toEqual(['1 Start | Order the service | RA I', '1 Start | Deliver it | - RA']);
});

test('codes are read in any order, case and markup, as a set', () => {
  const cells = ['AR', 'R/A', 'A / R', '**RA**', '__RA__', 'r, a', 'R & A', '(RA)', '`RA`', 'A<br>R'];
  const table = cells.map((cell, index) => `| Activity number ${index} | ${cell} | I |`).join('\n');
  expect(rows(head + table)).toEqual(cells.map((_, index) => `Activity number ${index} | RA I`));
});

test('N/A, dashes and blanks are no role', () => {
  const table =
    '| One task | N/A | RA |\n| Two tasks | - | RA |\n| Three tasks | – | RA |\n| Four tasks | n/a | RA |\n| Five tasks | | RA |\n';
  expect(found(head + table).flagged).toEqual([]);
  expect(rows(head + table).every((row) => row.endsWith('| - RA'))).toBe(true);
});

test('a footnote behind a code becomes a note', () => {
  const page = `${head}| Restore a mailbox | RA* | I |\n| Move a mailbox | RA (1) | I |\n\n\\* Within thirty days.\n\n(1) Where ordered.\n`;
  expect(rows(page)).toEqual([
    'Restore a mailbox | RA I | Within thirty days.',
    'Move a mailbox | RA I | Where ordered.',
  ]);
});

test('a raised figure behind an activity leads to the numbered notes below the matrix', () => {
  const page = `${head}| Protect the data¹ | RA | I |\n| Cool 20 m² | | RA |\n\n## Notes\n\n1. Personal data too.\n`;
  const history = '\n## Change history\n\n| Edition | Changes |\n| --- | --- |\n| 1 | First edition |\n';
  for (const text of [page, page + history])
    expect(rows(text)).toEqual(['Protect the data | RA I | Personal data too.', 'Cool 20 m² | - RA']);
});

test('a word in the place of a code is flagged with what was seen, and the row is kept', () => {
  const page = `${head}| Harden the system | Kunde | |\n| Patch the system | RA | I |\n| Watch the system | RA | I |\n| Run the system | I | RA |\n`;
  expect(rows(page)[0]).toBe('Harden the system | ? -');
  expect(flags(page)).toEqual(['3 0 Kunde']);
});

test('a letter said twice is flagged', () => {
  const page = `${head}| Order it | RR | I |\n| Use it | RA | I |\n| Keep it | RA | I |\n`;
  expect(flags(page)).toEqual(['3 0 RR']);
});

test('a row that lost a cell is flagged whole, whoever its code is', () => {
  const page = `${head}| Order it | RA | I |\n| Deliver it | RA |\n| Use it | | RA |\n`;
  expect(rows(page)).toEqual(['Order it | RA I', 'Deliver it | ? ?', 'Use it | - RA']);
  expect(flags(page)).toEqual(['4 row Deliver it | RA']);
});

test('where rows lost cells and no first cell is empty, rows with an empty last cell are flagged too', () => {
  const page = `${head}| Order it | RA | I |\n| Deliver it | RA |\n| Use it | RA | |\n| Keep it | A | R |\n`;
  expect(rows(page)).toEqual(['Order it | RA I', 'Deliver it | ? ?', 'Use it | ? ?', 'Keep it | A R']);
});

test('a page that often leaves the last party empty and never the first may have lost its first cells', () => {
  const table = Array.from({ length: 9 }, (_, index) => `| Do thing number ${index} | RA | |`).join('\n');
  const page = `${head}${table}\n| Order it | RA | I |\n`;
  expect(found(page).flagged).toHaveLength(9);
  expect(rows(page).at(-1)).toBe('Order it | RA I');
  expect(found(`${page}| Deliver it | | RA |\n`).flagged).toEqual([]);
});

test('a row with more cells than its head is flagged', () => {
  expect(flags(`${head}| Order it | RA | I | C |\n| Use it | RA | I |\n| Keep it | | RA |\n`)).toEqual([
    '3 row Order it | RA | I',
  ]);
});

test('codes without an activity are refused', () => {
  const { refused } = found(`${head}| | RA | I |\n| Use it | RA | I |\n`);
  expect(refused).toEqual([{ line: 3, text: 'RA | I', reason: 'There are codes and no activity.' }]);
});

test('a separator that is malformed or missing changes nothing', () => {
  const body = '| Order it | RA | I |\n| Deliver it | | RA |\n';
  const expected = ['Order it | RA I', 'Deliver it | - RA'];
  expect(rows(`| Activity | Customer | Provider |\n|---|\n${body}`)).toEqual(expected);
  expect(rows(`| Activity | Customer | Provider |\n|-----????-----|---|---|\n${body}`)).toEqual(expected);
  expect(rows(`| Activity | Customer | Provider |\n${body}`)).toEqual(expected);
  expect(
    rows(`Activity | Customer | Provider\n--- | --- | ---\nOrder it | RA | I\nDeliver it | | RA\n`),
  ).toEqual(expected);
});

test('a head that goes over several lines is read', () => {
  const page = '| Activity |\nCustomer |\nProvider |\n| Order it |\nRA |\nI |\n| Deliver it |\n|\nRA |\n';
  expect(rows(page)).toEqual(['Order it | RA I', 'Deliver it | - RA']);
});

test('a table without a head takes the parties of the one above', () => {
  const page = `## 1. One\n\n${head}| Order it | RA | I |\n\n## 2. Two\n\n| Deliver it | | RA |\n| --- | --- | --- |\n| Use it | RA | |\n`;
  expect(rows(page)).toEqual([
    '1 One | Order it | RA I',
    '2 Two | Deliver it | - RA',
    '2 Two | Use it | RA -',
  ]);
});

test('a table of nothing but its head has no rows, and two tables under one heading are one section', () => {
  const page = `## 1. One\n\n${head}| Order it | RA | I |\n\n${head}| Use it | RA | I |\n\n## 2. Two\n\n${head}`;
  expect(rows(page)).toEqual(['1 One | Order it | RA I', '1 One | Use it | RA I']);
});

test('a head that is said again in the middle is no row', () => {
  expect(
    rows(`${head}| Order it | RA | I |\n| Activity | Customer | Provider |\n| Use it | RA | I |\n`),
  ).toHaveLength(2);
});

test('numbers of sections decide over wrong levels of headings', () => {
  const page = `### 3. Use\n\n#### 3.2. Events\n\n#### 3.2.1 Incidents\n\n${head}| Report it | RA | I |\n\n#### 3.2.2 Changes\n\n${head}| Ask for it | RA | I |\n`;
  const { sections } = found(page);
  expect(sections.map(({ number, depth }) => `${number} ${depth}`)).toEqual([
    '3 1',
    '3.2 2',
    '3.2.1 3',
    '3.2.2 3',
  ]);
  expect(sections.map(({ parent }) => parent)).toEqual([undefined, 0, 1, 1]);
});

test('headings are found with or without dot, bold, or as lines of text', () => {
  const page = `**1. Start**\n\n1.1. Order\n${head}| Order it | RA | I |\n\n1.2 Deliver\n${head}| Deliver it | | RA |\n`;
  expect(rows(page)).toEqual(['1.1 Order | Order it | RA I', '1.2 Deliver | Deliver it | - RA']);
});

test('bold alone and cells across the columns are titles of groups inside a table', () => {
  const page = `${head}| **Platform** | | |\n| Run it | | RA |\n| **Data** | | |\n| Back it up | RA | |\n`;
  expect(rows(page)).toEqual(['Platform | Run it | - RA', 'Data | Back it up | RA -']);
});

test('an activity without any code is a row and no title', () => {
  expect(rows(`${head}| Run it | | |\n| Back it up | RA | |\n| Order it | | RA |\n`)[0]).toBe('Run it | - -');
});

test('full words are letters where every word is a standard one', () => {
  const page = `A responsibility matrix.\n\n${head}| Order it | Responsible | Informed |\n| Deliver it | Consulted | Accountable |\n| Use it | Responsible | Informed |\n| Keep it | Consulted | Accountable |\n`;
  expect(rows(page).slice(0, 2)).toEqual(['Order it | R I', 'Deliver it | C A']);
});

test('words that are not known beyond doubt stay the words of the page', () => {
  const page = `A responsibility matrix.\n\n${head}| Order it | Sponsor | Informed |\n| Deliver it | Informed | Sponsor |\n| Use it | Sponsor | Informed |\n`;
  expect(rows(page)[0]).toBe('Order it | Sponsor Informed');
  expect(found(page).codeSet).toMatchObject({ codes: [{ sign: 'Sponsor' }, { sign: 'Informed' }] });
});

test('owner words are a code set of the page, and joined ones are a set', () => {
  const page =
    'Who is responsible: G = Guild, C = Customer, G+C = both.\n\n| Task | Shared | Private |\n|---|---|---|\n| Run it | G | C |\n| Patch it | G | C |\n| Watch it | G | G+C |\n';
  expect(rows(page)).toEqual(['Run it | G C', 'Patch it | G C', 'Watch it | G GC']);
  expect(found(page).codeSet).toEqual({
    codes: [
      { sign: 'G', name: 'Guild' },
      { sign: 'C', name: 'Customer' },
    ],
  });
});

test('crosses under parties are read, and ticks with them', () => {
  const page = `Shared responsibility.\n\n${head}| Run it | | X |\n| Use it | ✓ | |\n| Keep it | X | X |\n`;
  expect(rows(page)).toEqual(['Run it | - X', 'Use it | X -', 'Keep it | X X']);
});

test('columns called R, A, C, I with teams in their cells are turned', () => {
  const page =
    '| Task | Responsible | Accountable | Consulted | Informed |\n|---|---|---|---|---|\n| Patch it | Ops | CISO | Legal, Ops | N/A |\n';
  expect(found(page).parties.map(({ name }) => name)).toEqual(['Ops', 'CISO', 'Legal']);
  expect(rows(page)).toEqual(['Patch it | RC A C']);
});

test('parties as rows are recognised, and the rows stay as on the page', () => {
  const page =
    'RACI\n\n| Team | Delivery | Operations | Governance |\n|---|---|---|---|\n| Platform team | A | R | C |\n| Security team | C | I | A |\n';
  expect(found(page).isTurned).toBe(true);
  expect(rows(page)[0]).toBe('Platform team | A R C');
});

test('from two to twelve parties are read', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Party ${index + 1}`);
  const page = `| Activity | ${names.join(' | ')} |\n|${'---|'.repeat(13)}\n| Run it | RA |${' I |'.repeat(11)}\n`;
  expect(found(page).parties).toHaveLength(12);
  expect(rows(page)).toEqual([`Run it | RA${' I'.repeat(11)}`]);
});

test('a party that has no role in a table is a party all the same', () => {
  expect(rows(`${head}| Order it | RA | |\n| Use it | RA | |\n`)).toEqual([
    'Order it | RA -',
    'Use it | RA -',
  ]);
});

test('columns beside the parties become notes', () => {
  const page =
    '| Plan | Activity | Customer | Provider | Comments |\n|---|---|---|---|---|\n| Basic | Order the service | RA | I | By portal. |\n';
  expect(rows(page)).toEqual(['Order the service | RA I | Plan: Basic\nComments: By portal.']);
});

test('names of parties that vary are aligned by position, and said', () => {
  const page = `${head}| Order it | RA | I |\n\n| Activity | Customer role | The provider |\n|---|---|---|\n| Use it | RA | I |\n`;
  expect(found(page).parties.map(({ name }) => name)).toEqual(['Customer', 'Provider']);
  expect(found(page).remarks.map(({ text }) => text)).toContain(
    "'The provider' is taken for 'Provider', by its column",
  );
});

test('parties in another order are followed by their names', () => {
  const page = `${head}| Order it | RA | I |\n\n| Activity | Provider | Customer |\n|---|---|---|\n| Run it | RA | I |\n`;
  expect(found(page).rows[1]!.cells.map(({ party, seen }) => `${party} ${seen}`)).toEqual(['1 RA', '0 I']);
});

test('legends, calendars and lists of links are left out, and said to be', () => {
  const page = `${head}| Order it | RA | I |\n\n| Role | Meaning |\n|---|---|\n| R | Does the work |\n| A | Answers for it |\n| C | Is asked |\n| I | Is told |\n\n| Version | Released | End of life |\n|---|---|---|\n| 1.2 | 2024-05-01 | 2026-05-01 |\n| 1.3 | 2024-08-01 | 2026-08-01 |\n`;
  expect(found(page).tables.map(({ kind, rows: count }) => `${kind} ${count}`)).toEqual([
    'matrix 1',
    'legend 4',
    'calendar 2',
  ]);
  expect(
    found(page)
      .legend.map(({ sign }) => sign)
      .join(''),
  ).toBe('RACI');
});

test('a legend laid across is left out', () => {
  const page = `| R | A | C | I | – |\n|---|---|---|---|---|\n| Does the work | Answers for it | Is asked | Is told | No role |\n\n${head}| Order it | RA | I |\n`;
  expect(found(page).legend).toHaveLength(4);
  expect(rows(page)).toEqual(['Order it | RA I']);
});

test('a support code makes the set RASCI', () => {
  expect(found(`${head}| Order it | RA | S |\n| Use it | RA | CI |\n`).codeSet).toEqual({ name: 'RASCI' });
});

test('letters of its own are read where the legend explains them', () => {
  const page = `${head}| Order it | D | E |\n| Use it | D | B, I |\n\n| Code | Meaning |\n|---|---|\n| D | Durchführung |\n| E | Ergebnis |\n| B | Beratung |\n| I | Information |\n`;
  expect(rows(page)).toEqual(['Order it | D E', 'Use it | D BI']);
});

test('cells of sentences are rows without owners, and keep what they say as notes', () => {
  const page =
    '# Shared responsibilities\n\n| Task | Provider responsibilities | Your responsibilities |\n|---|---|---|\n| Scaling | The provider offers an interface to scale the service. | You choose the size of the service and change it. |\n';
  expect(rows(page)[0]).toMatch(/Scaling \| \? \? \| Provider responsibilities: The provider offers/);
  expect(found(page).flagged).toHaveLength(2);
});

test('a row below a blank one that uses none of the codes is refused', () => {
  const page =
    'RACI\n\n| | Delivery | Operations | Change |\n|---|---|---|---|\n| Platform group | Leads | Helps | Leads |\n| Security group | Helps | Leads | Helps |\n| | | | |\n| See also | Delivery guide | Operations guide | Change guide |\n';
  expect(rows(page)).toHaveLength(2);
  expect(found(page).refused.map(({ text }) => text)).toEqual([
    'See also | Delivery guide | Operations guide | Change guide',
  ]);
});

test('a table in HTML inside Markdown is read, with cells that reach over rows', () => {
  const page =
    '## 1. Start\n\n<table><thead><tr><th></th><th>Customer</th><th>Provider</th></tr></thead><tbody>\n<tr><td>Order it</td><td><strong>RA</strong></td><td rowspan="2">I</td></tr>\n\n<tr><td>Use it</td><td>RA</td></tr></tbody></table>\n';
  expect(rows(page)).toEqual(['1 Start | Order it | RA I', '1 Start | Use it | RA I']);
});

test('a code in a cell that reaches over two parties is flagged', () => {
  const page =
    'RACI\n\n<table><tr><th>Activity</th><th>Customer</th><th>Provider</th></tr><tr><td>Order it</td><td colspan="2">RA</td></tr><tr><td>Use it</td><td>RA</td><td>I</td></tr></table>\n';
  expect(rows(page)).toEqual(['Order it | ? ?', 'Use it | RA I']);
});

test('parties that share a word are told apart', () => {
  const page =
    '| Task | Customer IT | Customer Board |\n|---|---|---|\n| Run it | R | A |\n\n| Task | Customer Board | Customer IT |\n|---|---|---|\n| Use it | A | R |\n';
  expect(found(page).rows[1]!.cells.map(({ party, seen }) => `${party} ${seen}`)).toEqual(['1 A', '0 R']);
});

test('breaks, lists and links in cells are read', () => {
  const page = `${head}| [Order it](https://example.com)<br>by portal | RA | I |\n`;
  expect(rows(page)).toEqual(['Order it by portal | RA I']);
});

const refusal = (text: string) => {
  const { value, diagnostics } = understandPage(readText(text, 'page.txt'));
  return {
    rows: value!.rows.length,
    refused: value!.refused.length,
    rule: diagnostics[0]?.rule,
    message: diagnostics[0]?.message,
  };
};

test('codes that ran together with blanks are refused line by line', () => {
  const text = '1.1. Order\n\nActivity Customer Provider\nOrder the service RA\nDeliver the service RA I\n';
  expect(refusal(text)).toMatchObject({ rows: 0, refused: 2, rule: 'import-untrusted' });
});

test('codes that are glued to the text are refused', () => {
  const text = 'ActivityCustomerProvider\nOrder the serviceRAI\nDeliver the serviceRA\n';
  expect(refusal(text)).toMatchObject({ rows: 0, refused: 2, rule: 'import-untrusted' });
});

test('one cell a line with empty ones dropped is refused', () => {
  const text = 'Activity\nCustomer\nProvider\nOrder the service\nRA\nDeliver the service\nRA\nI\n';
  expect(refusal(text)).toMatchObject({ rows: 0, rule: 'import-untrusted' });
});

test('headings whose tables were lost are an error that says so', () => {
  const { rule, message } = refusal('RACI\n\n1. Start\n1.1. Order\n1.2. Deliver\n2. Use\n');
  expect(rule).toBe('import-no-matrix');
  expect(message).toContain('tables were lost');
});

test('a page about something else has no matrix', () => {
  const page =
    '# Prices\n\n| Plan | Price | Support |\n|---|---|---|\n| Basic | 10 | no |\n| Gold | 20 | yes |\n';
  expect(read(page).diagnostics.map(({ rule }) => rule)).toEqual(['import-no-matrix']);
});

test('a table of features is no matrix, whatever the page speaks of', () => {
  const page =
    'Your responsibilities.\n\n| Feature | Lite | Gold |\n|---|---|---|\n| Backups | Yes | Yes |\n| Alerts | No | Yes |\n';
  expect(read(page).diagnostics.map(({ rule }) => rule)).toEqual(['import-no-matrix']);
});
