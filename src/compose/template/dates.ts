import { fillWord } from './words.ts';

/**
 * Writes an ISO date as the language does, from its words alone: never the machine's locale or time zone.
 * The first of a month has a pattern of its own (`1er mars 2026`). What is no ISO date is printed as it stands.
 */
export function writeDate(iso: string, words: ReadonlyMap<string, string>): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const monthName = words.get(`month-${month}`);
  if (year === undefined || day === undefined || monthName === undefined) return iso;
  const pattern = words.get(day === '01' ? 'date-pattern-first' : 'date-pattern') ?? iso;
  return fillWord(pattern, { day: String(Number(day)), month: monthName, year });
}
