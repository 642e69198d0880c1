import { describe, expect, it } from 'vitest';
import type { EditionInLanguage } from '../edition/in-language.ts';
import type { Passage, PublishedPdf } from '../readers/published.ts';
import { proveAnnex } from './annex.ts';

const section = { key: 'use', number: '1', title: 'Use' };
const edition: EditionInLanguage = {
  language: 'en',
  name: 'Mail',
  statuses: new Set(),
  edition: '1',
  draft: true,
  reference: 'MAIL-1-EN',
  summary: 'A service.',
  parties: [
    { id: 'customer', name: 'The customer', short: 'Customer' },
    { id: 'provider', name: 'Provider', short: 'Provider' },
  ],
  codes: [{ sign: 'R', name: 'Responsible', meaning: 'carries it out' }],
  sections: [section],
  activities: [
    {
      id: 'a',
      clause: '1.1',
      section,
      text: 'Back up the on-call data',
      note: 'At night',
      held: [['I'], ['R', 'A']],
      extras: {},
    },
    { id: 'b', clause: '1.2', section, text: 'Restore', note: undefined, held: [['R', 'A'], []], extras: {} },
  ],
  notes: [],
  links: [],
  words: new Map([
    ['legend-none', 'no role'],
    ['draft-notice', 'Not released.'],
  ]),
  isMachine: false,
  staleClauses: [],
};

const text = (...lines: string[]): Passage => ({ kind: 'text', page: 1, lines });
const row = (isHead: boolean, ...cells: string[][]): Passage => ({ kind: 'row', page: 2, isHead, cells });
const around = [
  'Mail',
  'MAIL-1-EN',
  'A service.',
  'Not released.',
  'R Responsible carries it out',
  '– no role',
  '1 At night',
];
const head = row(true, ['1', 'Use'], ['Customer'], ['Provider']);
const first = row(false, ['1.1'], ['Back up the on-', 'call da-', 'ta¹'], ['I'], ['R A']);
const second = row(false, ['1.2'], ['Restore'], ['R', 'A'], ['–']);
const good = [...around.map((line) => text(line)), head, first, second];

const found = (passages: readonly Passage[], other: Partial<PublishedPdf> = {}) =>
  proveAnnex(edition, { kind: 'pdf', language: 'en', pages: 2, passages, carried: new Map(), ...other }).map(
    ({ where, message }) => `${where}: ${message}`,
  );

describe('the proof of a published annex', () => {
  it('accepts words broken over lines, a raised number behind them, and codes in slots', () => {
    expect(found(good)).toEqual([]);
  });

  it.each<[string, Passage[], string[]]>([
    [
      'swapped codes',
      good.with(-2, row(false, ['1.1'], ['Back up the on-call data'], ['R A'], ['I'])),
      [
        "Page 2: In clause 1.1 'The customer' holds 'R A', in the matrix 'I'.",
        "Page 2: In clause 1.1 'Provider' holds 'I', in the matrix 'R A'.",
      ],
    ],
    ['a dropped row', good.slice(0, -1), ["Page 2: Clause 1.2 'Restore' is not there."]],
    ['a doubled row', [...good, second], ["Page 2: The row '1.2 Restore R A –' stands there a second time."]],
    [
      'a row of its own making',
      [...good, row(false, ['1.3'], ['Pay'], ['R'], ['–'])],
      ["Page 2: The row '1.3 Pay R –' is none of the matrix."],
    ],
    [
      'rows in another order',
      [...good.slice(0, -2), second, first],
      ['Page 2: Clause 1.2 stands before clause 1.1.'],
    ],
    [
      'a changed word',
      good.with(-1, row(false, ['1.2'], ['Resell'], ['R A'], ['–'])),
      ["Page 2: Clause 1.2 says 'Resell', the matrix 'Restore'."],
    ],
    [
      'a row under no section',
      good.with(-3, row(true, ['2 Abuse'], ['Customer'], ['Provider'])),
      [
        "Page 2: Clause 1.1 does not stand under '1 Use'.",
        "Page 2: Clause 1.2 does not stand under '1 Use'.",
      ],
    ],
    [
      'a notice that is gone',
      good.filter((_, i) => i !== 3),
      ["The document: The notice 'Not released.' is not there."],
    ],
    [
      'another meaning of a code',
      good.with(4, text('R Responsible carries it out or not')),
      ["The document: The meaning of a code, 'R Responsible carries it out' is not there."],
    ],
  ])('sees %s', (_, passages, messages) => {
    expect(found(passages)).toEqual(messages);
  });

  it('reads each code under the party that the head of its table names', () => {
    const exchanged = good.with(-3, row(true, ['1 Use'], ['Provider'], ['Customer']));
    expect(found(exchanged)).toHaveLength(4);
    const nameless = good.with(-3, row(true, ['1 Use'], ['Customer'], ['Customer']));
    expect(found(nameless)).toHaveLength(2);
  });

  it('sees another language, and a document without structure', () => {
    expect(found(good, { language: 'fr' })).toEqual([
      "The document: It says that its language is 'fr', and this is the 'en' one.",
    ]);
    expect(found([])).toHaveLength(1);
  });
});
