import type { LegendEntry } from '../found.ts';
import type { Grid } from './grid.ts';

/** Letters of RACI and its cousins, in the order in which codes are written. */
export const raciLetters = ['R', 'A', 'C', 'I', 'S', 'V'];

/** Letters that are marks or answers on most pages: a set of codes has them only where the page says so. */
const answers = ['X', 'V', 'Y', 'N', 'O'];

/**
 * Letters that codes of a page may be made of: those of RACI and its cousins; or, where cells hold others that the page
 * explains or goes on using, the page's own.
 */
export function alphabetOf(legend: readonly LegendEntry[], grids: readonly Grid[]): string[] {
  const explained = legend.map(({ sign }) => sign).filter((sign) => sign.length === 1);
  const counts = countLetters(grids);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = [...counts].filter(([letter, count]) => {
    if (raciLetters.includes(letter)) return false;
    if (explained.includes(letter)) return true;
    return count >= 3 && count * 10 >= all && !answers.includes(letter);
  });
  if (own.length === 0) return raciLetters;
  const isKnown = (letter: string): boolean => explained.includes(letter) || (counts.get(letter) ?? 0) > 1;
  return [...new Set([...explained, ...raciLetters, ...own.map(([letter]) => letter)])].filter(isKnown);
}

/** How often letters stand in cells by themselves (`G`, `G+C`), the first column left out: `IBM` is a word. */
function countLetters(grids: readonly Grid[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { texts } of grids.flatMap(({ rows }) => rows)) {
    for (const text of texts.slice(1)) {
      const bare = text.replace(/[*†]$/u, '');
      if (!/^[A-Z](?:\s*[\s/,&+]\s*[A-Z]){0,3}$/u.test(bare) && !isGlued(bare)) continue;
      for (const letter of bare.replace(/[^A-Z]/gu, '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  return counts;
}

function isGlued(text: string): boolean {
  return /^[RACI]{2,4}$/u.test(text);
}
