import type { Grid } from './grid.ts';
import { hasWord, isWord } from './words.ts';

/**
 * Whether tables have the parties as rows and the activities as columns: what stands over the first column says so, or
 * says nothing, and most of its cells are teams.
 */
export function areParties(tables: readonly { readonly grid: Grid; readonly activity: number }[]): boolean {
  const turned = tables.filter(({ grid, activity }) => isTurned(grid, activity));
  return turned.length > 0 && turned.length * 2 > tables.length;
}

function isTurned(grid: Grid, activity: number): boolean {
  const name = grid.names?.[activity] ?? '';
  if (isWord('parties', name)) return true;
  if (name !== '') return false;
  const heads = grid.rows.filter(({ isBlank }) => !isBlank).map((row) => row.texts[activity] ?? '');
  const teams = heads.filter((text) => hasWord('parties', text) || /チーム|小組|團隊|团队/u.test(text));
  return teams.length * 2 >= heads.length;
}
