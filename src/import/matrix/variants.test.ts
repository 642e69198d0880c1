import { expect, test } from 'vitest';
import type { FoundMatrix } from '../found.ts';
import { readHtml } from '../pages/html.ts';
import { readMarkdown } from '../pages/markdown.ts';
import { understandPage } from './understand.ts';

const found = (markdown: string): FoundMatrix => understandPage(readMarkdown(markdown, 'page.md')).value!;
const foundInHtml = (html: string): FoundMatrix => understandPage(readHtml(html, 'page.html')).value!;

/** Rows as `Activity: Customer RA, Provider I`; a question mark where nobody can tell. */
const owners = ({ parties, rows }: FoundMatrix): string[] =>
  rows.map(({ activity, cells }) => {
    const said = cells.flatMap(({ party, codes }) =>
      codes?.length === 0 ? [] : [`${parties[party]!.name} ${codes?.join('') ?? '?'}`],
    );
    return `${activity}: ${said.join(', ')}`;
  });

const table = (...lines: string[]): string => {
  const [head, ...body] = lines;
  return [head, head!.replace(/[^|]+/gu, '---'), ...body].map((line) => `| ${line} |`).join('\n');
};
const head = 'Activity | Customer | Provider';

test('what is struck out is no code', () => {
  const page = table(head, 'Run it | ~~RA~~ | I', 'Use it | RA | I', 'Keep it | <s>R</s> A | I');
  expect(owners(found(page))).toEqual([
    'Run it: Customer ?, Provider I',
    'Use it: Customer RA, Provider I',
    'Keep it: Customer ?, Provider I',
  ]);
});

test('what a web page hides is not read', () => {
  const page =
    '<table><tr><th>Activity</th><th>Customer</th><th>Provider</th></tr><tr><td>Run it</td><td><span style="display:none">RA</span></td><td>RA</td></tr><tr><td>Use it</td><td>RA</td><td>I</td></tr></table>';
  expect(owners(foundInHtml(page))).toEqual(['Run it: Provider RA', 'Use it: Customer RA, Provider I']);
});

test('short words in the place of codes are no codes', () => {
  const page = table(head, 'Run it | is | RA', 'Use it | Si | RA', 'Keep it | Air | RA', 'Move it | RA | I');
  expect(found(page).flagged.map(({ found: seen }) => seen)).toEqual(['is', 'Si', 'Air']);
});

test('letters as wide as Japanese ones are letters', () => {
  expect(owners(found(table('作業 | お客様 | 事業者', '注文 | ＲＡ | Ｉ', '運用 | Ｃ、Ｉ | ＲＡ')))).toEqual([
    '注文: お客様 RA, 事業者 I',
    '運用: お客様 CI, 事業者 RA',
  ]);
});

test('letters that are owners are no letters of RACI, whatever they look like', () => {
  const page = `Responsibilities: C = Customer, I = Inland Cloud.\n\n${table('Task | SaaS | PaaS', 'Patch it | I | C', 'Run it | I | I', 'Use it | C | C')}`;
  expect(found(page).codeSet).toEqual({
    codes: [
      { sign: 'C', name: 'Customer' },
      { sign: 'I', name: 'Inland Cloud' },
    ],
  });
});

test('letters without anybody responsible and accountable go by no name where the page does not say RACI', () => {
  const page = table('Task | SaaS | PaaS', 'Patch it | C | C', 'Run it | C | S', 'Use it | S | S');
  expect(found(page).codeSet).toMatchObject({ codes: [{ sign: 'C' }, { sign: 'S' }] });
  expect(found(`# RACI\n\n${page}`).codeSet).toEqual({ name: 'RASCI' });
});

test('letters that recur without a legend are codes of the page', () => {
  const page = `Shared responsibility\n\n${table('Task | IaaS | PaaS | SaaS', 'Data | K | K | K', 'Network | K | P | P', 'Hosts | P | P | P')}`;
  expect(owners(found(page))[1]).toBe('Network: IaaS K, PaaS P, SaaS P');
});

test('a V and nothing else is a tick', () => {
  const page = `Responsibilities\n\n${table(head, 'Run it | | V', 'Use it | V | ', 'Keep it | V | V')}`;
  expect(owners(found(page))).toEqual([
    'Run it: Provider X',
    'Use it: Customer X',
    'Keep it: Customer X, Provider X',
  ]);
});

test('crosses under the letters of each party are folded into codes', () => {
  const page =
    '<table><thead><tr><th rowspan="2">Activity</th><th colspan="4">Customer</th><th colspan="4">Provider</th></tr><tr><th>R</th><th>A</th><th>C</th><th>I</th><th>R</th><th>A</th><th>C</th><th>I</th></tr></thead><tbody><tr><td>Run it</td><td></td><td></td><td></td><td>X</td><td>X</td><td>X</td><td></td><td></td></tr><tr><td>Use it</td><td>X</td><td>X</td><td></td><td></td><td></td><td></td><td>maybe</td><td></td></tr></tbody></table>';
  expect(owners(foundInHtml(page))).toEqual([
    'Run it: Customer I, Provider RA',
    'Use it: Customer RA, Provider ?',
  ]);
});

test('crosses under R, A, C and I that name no party are flagged', () => {
  const page = `RACI\n\n${table('Activity | R | A | C | I', 'Run it | X | X | | ', 'Use it | | X | X | X')}`;
  expect(found(page).flagged).toHaveLength(2);
  expect(found(page).rows.every(({ cells }) => cells.every(({ codes }) => codes === undefined))).toBe(true);
});

test('parties that have nothing in common with those above are others', () => {
  const page = `${table(head, 'Run it | RA | I', 'Use it | I | RA')}\n\n${table('Activity | Legal | Finance', 'Sign it | RA | I')}`;
  expect(owners(found(page)).at(-1)).toBe('Sign it: Legal RA, Finance I');
});

test('a head that is said again with its columns turned turns them', () => {
  const page = table(head, 'Run it | RA | I', 'Activity | Provider | Customer', 'Use it | RA | I');
  expect(owners(found(page))).toEqual(['Run it: Customer RA, Provider I', 'Use it: Provider RA, Customer I']);
});

test('a party whose cells say more than codes stays a party', () => {
  const page = table(
    'Activity | Customer | Partner | Provider',
    'Run it | I | see contract | RA',
    'Use it | RA | as agreed | I',
  );
  expect(found(page).parties.map(({ name }) => name)).toEqual(['Customer', 'Partner', 'Provider']);
  expect(found(page).flagged.map(({ found: seen }) => seen)).toEqual(['see contract', 'as agreed']);
});

test('a head that lost its blank first cell is mended, and rows that may have lost theirs are flagged', () => {
  const page = '| Customer | Provider |\n|---|---|\n| Run it | I | RA |\n| Use it | RA | |\n';
  expect(owners(found(page))).toEqual(['Run it: Customer I, Provider RA', 'Use it: Customer ?, Provider ?']);
});

test('the column of activities is the one that says them, beside one that says domains', () => {
  const page = table(
    'Domain | Task | Customer | Provider',
    'Network | Open ports | RA | I',
    'Network | Lay cables | | RA',
  );
  expect(owners(found(page))).toEqual(['Open ports: Customer RA, Provider I', 'Lay cables: Provider RA']);
  expect(found(page).rows[0]!.note).toBe('Domain: Network');
});

test('rows that count from A to Z are no legend', () => {
  const page = table(
    'No | Activity | Customer | Provider',
    'A | Open ports | RA | I',
    'B | Lay cables | | RA',
    'C | Use them | RA | C',
  );
  expect(found(page).rows).toHaveLength(3);
});

test('X marks that only ever lean to the left are flagged as codes would be', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `Do thing number ${index} | X | `);
  const page = `Responsibilities\n\n${table(head, ...lines, 'Use it | X | X')}`;
  expect(found(page).flagged).toHaveLength(9);
});

test('three parties whose empty cells all stand at the end are flagged', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `Do thing number ${index} | RA | I | `);
  expect(found(table('Activity | Customer | Provider | Partner', ...lines)).flagged).toHaveLength(9);
});

test('a dash is no lost cell', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `Do thing number ${index} | RA | -`);
  expect(found(table(head, ...lines)).flagged).toEqual([]);
});

const roles = 'Task | Responsible | Accountable | Consulted | Informed';

test('a team that is said with a condition is no team', () => {
  const page = table(
    roles,
    'Patch it | Ops if on call | CISO | Legal | Board',
    'Run it | Ops | CISO | Legal | Board',
  );
  expect(found(page).flagged.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    "0 'Ops if on call' is no name of a team.",
  ]);
});

test('a row of teams that lost a cell names nobody', () => {
  const page = `${table(roles, 'Run it | Ops | CISO | Legal | Board')}\n| Patch it | Ops | Legal |\n`;
  expect(found(page).rows[1]!.cells.every(({ codes }) => codes === undefined)).toBe(true);
});

test('teams in cells and letters under teams stand in one matrix', () => {
  const page = `${table('Task | Ops | CISO', 'Watch it | R | A')}\n\n${table(roles, 'Run it | Ops | CISO | Legal | CISO')}`;
  expect(owners(found(page))).toEqual(['Watch it: Ops R, CISO A', 'Run it: Ops R, CISO AI, Legal C']);
});

test('words that join two roles are both', () => {
  const page = `Responsibilities\n\n${table(head, 'Run it | Informed | Responsible / Accountable', 'Use it | Responsible and Accountable | Consulted, Informed')}`;
  expect(owners(found(page))).toEqual([
    'Run it: Customer I, Provider RA',
    'Use it: Customer RA, Provider CI',
  ]);
});

test('a single word of no code among words of RACI is flagged', () => {
  const lines = [
    'Run it | Informed | Responsible',
    'Use it | Responsible | Informed',
    'Keep it | Accountable | Consulted',
  ];
  const page = `Verantwortung\n\n${table(head, ...lines, 'Move it | Kunde | Informed')}`;
  expect(owners(found(page)).at(-1)).toBe('Move it: Customer ?, Provider I');
});

test('two words that both could mean the one responsible stay words of the page', () => {
  const page = `Responsabilités\n\n${table('Tâche | Client | Hébergeur', 'Choisir | Responsable | Informé', 'Livrer | Informé | Réalisateur', 'Suivre | Responsable | Réalisateur', 'Payer | Réalisateur | Responsable')}`;
  expect(found(page).codeSet).toMatchObject({
    codes: [{ sign: 'Responsable' }, { sign: 'Informé' }, { sign: 'Réalisateur' }],
  });
});

test('a word whose letter says another sign is none', () => {
  const page = `Responsibilities\n\n${table(head, 'Run it | (R) Accountable | Informed', 'Use it | Responsible | Informed', 'Keep it | Consulted | Responsible')}`;
  expect(owners(found(page))[0]).toBe('Run it: Customer ?, Provider I');
});

test('heads that are said twice are told apart', () => {
  const page = table('Activity | Customer | Customer', 'Run it | R | A');
  expect([...found(page).rows[0]!.seen]).toEqual([
    ['Customer', 'R'],
    ['Customer (2)', 'A'],
  ]);
});

test.each([
  ['German', 'Tätigkeit | Auftraggeber | Anbieter', 'Bestellen | RA | I'],
  ['Polish', 'Czynność | Klient | Dostawca', 'Zamówić | RA | I'],
  ['Czech', 'Činnost | Zákazník | Poskytovatel', 'Objednat | RA | I'],
  ['Dutch', 'Activiteit | Klant | Leverancier', 'Bestellen | RA | I'],
  ['Swedish', 'Aktivitet | Kund | Leverantör', 'Beställa | RA | I'],
  ['Portuguese', 'Atividade | Cliente | Fornecedor', 'Encomendar | RA | I'],
  ['Italian', 'Attività | Cliente | Fornitore', 'Ordinare | RA | I'],
  ['Russian', 'Задача | Клиент | Поставщик', 'Заказать | RA | I'],
  ['Chinese', '任务 | 客户 | 供应商', '订购服务 | RA | I'],
  ['Korean', '작업 | 고객 | 공급자', '주문하기 | RA | I'],
])('a page in %s is read', (_language, names, row) => {
  const { rows, parties } = found(table(names!, row!, 'Second row of it | | RA'));
  expect(rows).toHaveLength(2);
  expect(parties).toHaveLength(2);
});
