import { z } from 'zod';

/**
 * A text with something in it. What characters it may hold is for the rules to judge. A block of YAML ends with a line
 * break that nobody meant, and that no cell of a translation could have.
 */
export const filledText = z
  .stringFormat('text', (text) => /\S/.test(text), { error: 'a text that is not blank' })
  .trim();

/** A day of the calendar, `2026-03-01`. */
export const isoDate = z.stringFormat('date', isCalendarDay, { error: 'a date such as 2026-03-01' });

function isCalendarDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** An address that a reader may follow: nothing that runs, nothing on the reader's own machine. */
export const linkUrl = z.stringFormat('url', isFollowable, {
  error: 'an address with https:, http: or mailto:',
});

function isFollowable(text: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)[^\s<>"]*$/i.test(text) && URL.canParse(text);
}
