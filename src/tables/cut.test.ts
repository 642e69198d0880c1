import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRecords } from './cut.ts';
import { surveyText } from './survey.ts';

/** The same text, all of it cut by csv-parse. */
const cutByCsvParse = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });

const cells = [
  '',
  'a',
  'R A',
  ' b ',
  '"q"',
  '"d""q"',
  '"l\nl"',
  '"l\r\nl"',
  '"c,;\tc"',
  '""',
  'é😀',
  'l\u2028l',
];
const record = fc.array(fc.constantFrom(...cells), { minLength: 1, maxLength: 4 });
const breaks = fc.constantFrom('\n', '\r\n', '\r');
const texts = fc
  .record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    records: fc.array(fc.tuple(record, breaks), { maxLength: 6 }),
    last: record,
  })
  .map(({ delimiter, records, last }) => ({
    delimiter,
    text: records.map(([row, end]) => row.join(delimiter) + end).join('') + last.join(delimiter),
  }));

describe('a text is cut into cells', () => {
  it('as csv-parse cuts all of it', () => {
    fc.assert(
      fc.property(texts, ({ text, delimiter }) => {
        expect(surveyText('x.csv', text, delimiter)).toEqual([]);
        expect(cutRecords(text, delimiter)).toEqual(cutByCsvParse(text, delimiter));
      }),
      { seed: 20_260_301, numRuns: 2000 },
    );
  });

  it('behind the line that states the delimiter', () => {
    expect(cutRecords('sep=;\r\na;b\r\n"1;2";3', ';')).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
  });
});
