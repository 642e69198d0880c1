import type { Page } from '../page.ts';

const names =
  /^(?:updated|last_?updated|lastupdated|lastmod|date|ms\.date|mise à jour|modified|aktualisiert|zaktualizowano)$/u;

/** The day on which a page was last updated, as an ISO date, where its properties or a line say it without doubt. */
export function updatedIn(page: Page): string | undefined {
  for (const [name, value] of page.properties) {
    const day = names.test(name) ? isoDay(value) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

/** `2024-6-25` and `09/25/2019` name a day; `03/04/2019` could be two days and names none. */
function isoDay(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/u.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const other = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (!other) return undefined;
  const [, first, second, year] = other;
  if (Number(first) > 12) return dayOf(year!, second!, first!);
  return Number(second) > 12 ? dayOf(year!, first!, second!) : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}
