import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { EditionInLanguage } from '../../edition/in-language.ts';
import { likeness } from '../../likeness/likeness.ts';
import type { WrittenWorkbook } from '../../readers/written.ts';
import { quote } from '../findings.ts';
import { addressOf } from './address.ts';
import type { MatrixSheet } from './columns.ts';
import { fold } from './sameness.ts';

/** A text that stands around the matrix, and the file that it is written in. */
type Around = { readonly text: string; readonly home: string };

/** A cell outside the matrix. */
type Cell = { readonly address: string; readonly text: string };

/**
 * Names what was changed around the matrix: the summary, the notes, the legend on other sheets, and what somebody wrote
 * above the heads. None of it is taken from a workbook.
 */
export function nameOutside(
  workbook: WrittenWorkbook,
  matrix: MatrixSheet,
  origin: EditionInLanguage,
  file: string,
): Diagnostic[] {
  const cells = workbook.sheets.flatMap((sheet) =>
    sheet === matrix.sheet
      ? []
      : sheet.rows.flatMap(({ number, cells }) =>
          cells.map(({ column, text }) => ({ address: addressOf(sheet, number, column), text: fold(text) })),
        ),
  );
  const around = textsAround(origin);
  const missing = around.filter(({ text }) => !cells.some((cell) => says(cell, fold(text))));
  // Sheets that were taken away say nothing, which changes nothing.
  const isThere = missing.length < around.length;
  return [
    ...(isThere ? missing.map((text) => nameMissing(text, findReworded(text, cells, around), file)) : []),
    ...nameAbove(matrix, file),
  ];
}

function textsAround({ name, summary, notes, links, codes }: EditionInLanguage): Around[] {
  const inProduct = [
    name,
    ...(summary === undefined ? [] : [summary]),
    ...notes,
    ...links.map(({ text }) => text),
  ];
  return [
    ...inProduct.map((text) => ({ text, home: 'product.yaml' })),
    ...codes.flatMap((code) => [code.name, code.meaning]).map((text) => ({ text, home: 'data/wording.csv' })),
  ];
}

/** A name may be part of what a template says; a sentence stands alone, so that one more word is seen. */
function says(cell: Cell, text: string): boolean {
  return text.split(' ').length < 4 ? cell.text.includes(text) : cell.text === text;
}

/** A cell that speaks of the same thing, and says nothing else that is known. */
function findReworded({ text }: Around, cells: readonly Cell[], around: readonly Around[]): Cell | undefined {
  const others = cells.filter((cell) => !around.some((known) => says(cell, fold(known.text))));
  const rated = others.map((cell) => ({ cell, alike: likeness(cell.text, text) }));
  return rated.filter(({ alike }) => alike >= 0.5).sort((a, b) => b.alike - a.alike)[0]?.cell;
}

function nameMissing({ text, home }: Around, reworded: Cell | undefined, file: string): Diagnostic {
  const message =
    reworded === undefined
      ? `The text ${quote(text)} is no longer in the workbook: what stands around the matrix is not taken from it.`
      : `${reworded.address} says ${quote(reworded.text)}, where ${quote(text)} stood: what stands around the matrix is not taken from a workbook.`;
  return warning('round-left-out', { file }, message, {
    hints: [`It is written in ${home}, or in its translations.`],
  });
}

function nameAbove({ sheet, head }: MatrixSheet, file: string): Diagnostic[] {
  const above = sheet.rows
    .filter(({ number }) => number < head)
    .flatMap(({ number, cells }) =>
      cells
        .filter(({ text }) => text.trim() !== '')
        .map(({ column, text }) => ({ address: addressOf(sheet, number, column), text })),
    );
  return above.map(({ address, text }) =>
    warning(
      'round-left-out',
      { file },
      `${address} stands above the matrix and is left out: ${quote(text)}.`,
    ),
  );
}
