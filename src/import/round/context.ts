import type { CodeSet, Party } from '../../catalogue/model.ts';
import type { Labels } from './labels.ts';
import type { Column, Known } from './values.ts';

/** What the rows of a workbook are read against. */
export type RoundContext = {
  /** What the workbook was made from. */
  readonly origin: Known;
  /** The matrix as it is now. */
  readonly now: Known;
  readonly labels: Labels;
  /** Those of the matrix as it is now. */
  readonly parties: readonly Party[];
  readonly codes: CodeSet;
  /** The language of the workbook, and that of the matrix. */
  readonly language: string;
  readonly prevailing: string;
  /** The workbook, as findings name it. */
  readonly file: string;
  /** The address of a cell, or of a row where no column is named. */
  readonly at: (row: number, column?: Column) => string;
};
