import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from './line.ts';
import {
  cellSpans,
  closingQuoteEnd,
  nextRecord,
  plainLineEnd,
  readSeparatorLine,
  type Span,
} from './scan.ts';
import type { Dialect } from './table.ts';

/**
 * What a file may hold at most. A matrix has tens of columns and hundreds of records; what is beyond this is no
 * matrix, and would only exhaust time and memory.
 */
export const limits = { bytes: 32 * 1024 * 1024, records: 200_000, columns: 1_000, cell: 1_000_000 } as const;

/** Enough to see what is wrong with a file that is wrong all over. */
const mostFindings = 100;

/**
 * Walks the raw text before it is parsed and finds quotes in wrong places, too many columns and cells that are too
 * long. The walk ends at a fault behind which nobody can tell any more where a cell begins.
 */
export function surveyText(file: string, text: string, delimiter: Dialect['delimiter']): Diagnostic[] {
  const found: Diagnostic[] = [];
  const at = placer(file, text);
  let start = readSeparatorLine(text).start;
  for (let record = 0; start < text.length; record++) {
    if (record >= limits.records) return [...found, tooMany('records', limits.records, at(start, 0))];
    const end = plainLineEnd(text, start);
    // Too short for more columns than are read, and for a longer cell.
    if (end !== undefined && end - start < limits.columns) {
      start = nextRecord(text, end);
      continue;
    }
    const spans = cellSpans(text, delimiter, start, limits.columns + 1);
    const surplus = spans[limits.columns];
    if (surplus !== undefined) return [...found, tooMany('columns', limits.columns, at(surplus.start, 0))];
    for (const span of spans) {
      const fault = judgeQuotes(text, span, at) ?? judgeLength(span, at);
      if (fault !== undefined) found.push(fault.diagnostic);
      if (fault?.isLast || found.length >= mostFindings) return found;
    }
    start = nextRecord(text, spans.at(-1)!.end);
  }
  return found;
}

type Fault = { readonly diagnostic: Diagnostic; readonly isLast: boolean };
type Placer = (
  offset: number,
  length: number,
) => { file: string; line: number; column: number; length: number };

/** Finds positions; the lines are counted once, and only where there is something to report. */
function placer(file: string, text: string): Placer {
  let starts: number[] | undefined;
  return (offset, length) => {
    starts ??= lineStarts(text);
    return { file, ...positionAt(text, offset, starts), length };
  };
}

function judgeQuotes(text: string, span: Span, at: Placer): Fault | undefined {
  if (text[span.start] === '"') return judgeQuotedCell(text, span, at);
  const stray = text.slice(span.start, span.end).indexOf('"');
  if (stray < 0) return undefined;
  const isBlankBefore = text.slice(span.start, span.start + stray).trim() === '';
  const diagnostic = error(
    'csv-quote',
    at(span.start + stray, 1),
    isBlankBefore
      ? 'A space stands before the quote that opens a cell.'
      : 'A quote stands inside a cell that has no quotes around it.',
    {
      hints: isBlankBefore
        ? ['Remove the space between the delimiter and the quote.']
        : ['Put quotes around the whole cell, and write each quote inside it twice: "5"" disk".'],
    },
  );
  return { diagnostic, isLast: isBlankBefore };
}

function judgeQuotedCell(text: string, span: Span, at: Placer): Fault | undefined {
  const closed = closingQuoteEnd(text, span.start);
  if (closed === undefined) {
    const diagnostic = error(
      'csv-quote',
      at(span.start, 1),
      'The quote that opens this cell is never closed.',
      {
        hints: ['Close the cell with a quote, or write a quote that belongs to the text twice.'],
      },
    );
    return { diagnostic, isLast: true };
  }
  if (closed === span.end) return undefined;
  const { line, column } = at(closed, 1);
  const message = `The cell that this quote opens is closed at ${line}:${column - 1}, yet text follows the closing quote.`;
  const diagnostic = error('csv-quote', at(span.start, 1), message, {
    hints: ['Write a quote that belongs to the text twice; end the cell right behind its closing quote.'],
  });
  return { diagnostic, isLast: true };
}

function judgeLength(span: Span, at: Placer): Fault | undefined {
  const length = span.end - span.start;
  if (length <= limits.cell) return undefined;
  const message = `A cell of ${length} characters; at most ${limits.cell} are read.`;
  const diagnostic = error('csv-too-large', at(span.start, 1), message, {
    hints: ['Is a closing quote missing here?'],
  });
  return { diagnostic, isLast: false };
}

function tooMany(what: string, most: number, place: ReturnType<Placer>): Diagnostic {
  return error(
    'csv-too-large',
    place,
    `The file has more than ${most} ${what}, which is more than can be read.`,
    {
      hints: [`Delete the ${what} that are not used, and save the file again.`],
    },
  );
}
