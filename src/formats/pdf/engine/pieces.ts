import { printedForm } from '../../../fonts/printed.ts';
import { Recent } from '../../recent.ts';
import { TextBreaker } from './pdfmake.ts';

/** A piece of a text behind which a line may end. */
export type Piece = {
  readonly source: string;
  /** As it is handed to a font: what only concerned the breaking of lines is taken out. */
  readonly text: string;
  /** A line must end after the piece. */
  readonly lineEnd: boolean;
  /** A line that ends after the piece ends in a hyphen. */
  readonly soft: boolean;
};

const breaker = new TextBreaker();

// What stands in all annexes of a language, with room for what stands in one alone.
const mostTexts = 1024;
const kept = new Recent<readonly Piece[]>(mostTexts);

/** The pieces of a text, at least one. pdfmake's breaker knows where a line may end (UAX #14). */
export function piecesOf(text: string): readonly Piece[] {
  return kept.get(text, breakText);
}

function breakText(text: string): readonly Piece[] {
  return breaker.getBreaks(text).map((broken) => pieceOf(broken.text, broken.lineEnd === true));
}

/** A text that is not to be broken. */
export function wholePiece(text: string): Piece {
  return pieceOf(text, false);
}

function pieceOf(source: string, lineEnd: boolean): Piece {
  return { source, text: printedForm(source), lineEnd, soft: source.endsWith('\u00ad') };
}

/** Whether no line may end within a text. */
export function isOnePiece(text: string): boolean {
  return piecesOf(text).length === 1;
}
