import { tablesIn } from '../../document/tables.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import { codeFace, facesOf } from './faces.ts';
import { length, rems } from './measures.ts';
import { narrowRules } from './sheets/narrow.ts';
import { printRules } from './sheets/print.ts';
import { screenRules } from './sheets/screen.ts';
import type { TypeSheet } from './type-sheet.ts';

// The activities of a table keep this much, in rem, before its rows become blocks.
const leastActivity = 15;
// White space at the sides of the page.
const sides = 2.5;
// Below this, text needs the whole width, whatever the tables do.
const leastWindow = 36;
// Side of the square behind a filled sign, in points.
const chip = 11.4;

/** The whole style sheet of a page, in brand colours, for screens light, dark, wide and narrow, and for paper. */
export function styleSheet(document: AnnexDocument, types: TypeSheet): string {
  return [
    `:root{${properties(document)};${types.properties('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${types.properties('dark')}}}`,
    screenRules.trim(),
    types.rules(),
    `@media screen and (max-width:${narrowBelow(document)}rem){${narrowRules}}`,
    printRules(document),
  ].join('\n');
}

/** Fonts and measures. */
function properties({ look, page }: AnnexDocument): string {
  const faces = facesOf(look.fonts);
  const { width, margin, hang } = page;
  return [
    `--heading:${faces.heading}`,
    `--body:${faces.body}`,
    `--code:${codeFace}`,
    `--measure:${length(width - margin.left - margin.right)}`,
    `--hang:${length(hang)}`,
    '--head:1.95rem',
    `--strong:${line(look.rule.strong)}`,
    `--fine:${line(look.rule.fine)}`,
    `--corner:${Math.round((look.codeRadius / chip) * 100)}%`,
  ].join(';');
}

/** A thickness of paper on a screen: nothing below a pixel. */
function line(points: number): string {
  return `${Math.max(1, Math.round(points * 2))}px`;
}

/** The width of a window, in rem, below which the widest table does not fit. */
function narrowBelow(document: AnnexDocument): number {
  const taken = tablesIn(document.body).map(({ columns }) =>
    columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : rems(width)), 0),
  );
  const needed = taken.reduce((most, width) => Math.max(most, width), 0) + leastActivity + sides;
  return Math.max(leastWindow, Math.ceil(needed));
}
