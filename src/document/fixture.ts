import type { Look } from './tree.ts';

/** The colours of a sober brand, made up for the tests of those who compose trees and of those who paint them. */
export const soberColours = {
  ink: '#14202E',
  muted: '#566373',
  accent: '#1D3F66',
  tint: '#F3F5F7',
  rule: '#C7CED6',
  codeFill: '#14202E',
  codeText: '#FFFFFF',
} as const satisfies Look['colour'];

/** The same brand on a dark screen. */
export const soberDark = {
  bg: '#11181F',
  panel: '#1A242E',
  ink: '#E9EEF3',
  muted: '#A7B3BF',
  accent: '#9CC3EE',
  rule: '#34424F',
  edge: '#75838F',
} as const satisfies Look['dark'];
