import type { Run } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import type { ShapedText, Shaping } from './shaping.ts';

/** A piece of a run behind which a line may end, measured. In points. */
export type Word = {
  readonly run: Run;
  text: string;
  font: DocumentFont;
  fontSize: number;
  /** Shapes a text in the font of the word, with the features of its run. */
  shape: Shaping;
  /** The text of the word as its glyphs. */
  shaped: ShapedText;
  width: number;
  height: number;
  /** White at the start and at the end that a line does not count. */
  leadingCut: number;
  trailingCut: number;
  /** Where the word starts, counted from the start of its line. */
  x: number;
  /** A line must end after the word, or must not. */
  readonly lineEnd: boolean;
  noNewLine: boolean;
  /** A line may end after the word, with a hyphen. */
  readonly soft: boolean;
  readonly alignment: Run['alignment'];
};
