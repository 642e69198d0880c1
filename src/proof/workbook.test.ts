import { describe, expect, it } from 'vitest';
import type { EditionInLanguage } from '../edition/in-language.ts';
import type { SheetRow } from '../readers/published.ts';
import { proveWorkbook } from './workbook.ts';

const section = { key: 'use.data', number: '1.1', title: 'Data' };
const edition: EditionInLanguage = {
  language: 'en',
  name: 'Mail',
  statuses: new Set(),
  edition: '1',
  draft: false,
  reference: 'MAIL-1-EN',
  summary: undefined,
  parties: [
    { id: 'customer', name: 'Customer', short: 'Customer' },
    { id: 'provider', name: 'Provider', short: 'Provider' },
  ],
  codes: [],
  sections: [{ key: 'use', number: '1', title: 'Use' }, section],
  activities: [
    {
      id: 'a',
      clause: '1.1.1',
      section,
      text: 'Back up',
      note: undefined,
      held: [['I'], ['R', 'A']],
      extras: {},
    },
    { id: 'b', clause: '1.1.2', section, text: 'Restore', note: 'Soon', held: [['R', 'A'], []], extras: {} },
  ],
  notes: [],
  links: [{ text: 'Terms', url: 'https://example.org/terms' }],
  words: new Map([['legend-none', 'no role']]),
  isMachine: false,
  staleClauses: [],
};

const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  cells: texts.flatMap((text, i) => (text === '' ? [] : [{ column: i + 1, text }])),
});
const overview = {
  name: 'Overview',
  addresses: [],
  rows: [row(90, 'Terms'), row(1, 'Mail'), row(2, 'MAIL-1-EN'), row(3, '–', 'no role')],
};
const summary = {
  name: 'Summary',
  addresses: ['https://example.org/terms'],
  rows: [row(1, '', '', 'Customer', 'Provider'), row(2, '1.1 Data', '2', '1', '1')],
};
const head = row(1, 'No.', 'Chapter', 'Section', 'Activity', 'Customer', 'Provider', 'Note', 'Id');
const first = ['1.1.1', '1 Use', '1.1 Data', 'Back up', 'I', 'R A', '', 'a'];
const second = ['1.1.2', '1 Use', '1.1 Data', 'Restore', 'R A', '–', 'Soon', 'b'];

const found = (rows: readonly SheetRow[], end = summary) =>
  proveWorkbook(edition, {
    kind: 'xlsx',
    language: 'en',
    sheets: [overview, { name: 'Matrix', rows, addresses: [] }, end],
    carried: new Map(),
  }).map(({ where, message }) => `${where}: ${message}`);

describe('the proof of a published workbook', () => {
  it('looks for the address of a link behind its cell, where Excel keeps it', () => {
    const rows = [head, row(2, ...first), row(3, ...second)];
    expect(found(rows)).toEqual([]);
    expect(found(rows, { ...summary, addresses: ['https://example.org/other'] })).toEqual([
      expect.stringContaining('https://example.org/terms'),
    ]);
  });

  it('accepts rows in any order, as a filter leaves them, and counts that name the parties', () => {
    expect(found([head, row(2, ...second), row(3, ...first)])).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['another code', first.with(4, 'C'), ["In clause 1.1.1 'Customer' holds 'C', in the matrix 'I'."]],
    ['no code at all', first.with(4, ''), ["In clause 1.1.1 'Customer' holds '', in the matrix 'I'."]],
    [
      'a note that the matrix has not',
      first.with(6, 'But'),
      ["Clause 1.1.1 says 'But', the matrix does not."],
    ],
    ['another id', first.with(7, 'x'), ["Clause 1.1.1 says 'x', the matrix does not."]],
    [
      'another section',
      first.with(2, '2 Other'),
      ["Clause 1.1.1 does not say '1.1 Data'.", "Clause 1.1.1 says '2 Other', the matrix does not."],
    ],
  ])('sees %s', (_, changed, messages) => {
    expect(found([head, row(2, ...changed), row(3, ...second)])).toEqual(
      messages.map((message) => `Sheet 'Matrix', row 2: ${message}`),
    );
  });

  it('sees a row that is gone, one twice, and one too many', () => {
    const other = first.with(0, '1.1.9');
    expect(found([head, row(2, ...first), row(3, ...first), row(4, ...other)])).toEqual([
      "Sheet 'Matrix', row 3: The row '1.1.1 | 1 Use | 1.1 Data | Back up | I | R A | a' stands there a second time.",
      "Sheet 'Matrix', row 4: The row '1.1.9 | 1 Use | 1.1 Data | Back up | I | R A | a' is none of the matrix.",
      "The workbook: Clause 1.1.2 'Restore' is not there.",
      "The workbook: The note to clause 1.1.2, 'Soon' is not there.",
    ]);
  });
});
