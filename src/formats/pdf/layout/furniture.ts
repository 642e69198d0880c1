import type { AnnexDocument, RunningLine } from '../../../document/tree.ts';
import type { ColumnsNode, Folio } from '../definition.ts';
import { textNode } from './nodes.ts';
import { type Setting, widthIn } from './setting.ts';
import { setRuns } from './text.ts';

const headerTop = 34;
const footerGap = 16;

/** The running header of a page: none on the first, which has its cover. */
export function layHeader(setting: Setting, document: AnnexDocument, folio: Folio): ColumnsNode | undefined {
  if (folio.isFirst || document.runningHeader === undefined) return undefined;
  return runningLine(setting, document, document.runningHeader, { folio, top: headerTop });
}

/** The running footer of a page. */
export function layFooter(setting: Setting, document: AnnexDocument, folio: Folio): ColumnsNode | undefined {
  if (document.runningFooter === undefined) return undefined;
  return runningLine(setting, document, document.runningFooter, { folio, top: footerGap });
}

type LinePlace = { readonly folio: Folio; readonly top: number };

/** Left part at the text edge, right part at the right margin; the right part has the room it needs. */
function runningLine(
  setting: Setting,
  document: AnnexDocument,
  line: RunningLine,
  { folio, top }: LinePlace,
): ColumnsNode {
  const { margin, width } = document.page;
  const room = width - margin.left - margin.right - setting.hang;
  const right = setRuns(setting, line.right, { ...line.style, align: 'right' }, folio);
  const rightText = right.map((run) => run.text).join('');
  const rightWidth = Math.min(room / 2, widthIn(setting, line.style, rightText) * 1.03 + 4);
  const left = setRuns(setting, line.left, line.style, folio);
  return {
    source: line,
    margin: [margin.left + setting.hang, top, margin.right, 0],
    columns: [
      textNode(line, left, [0, 0, 0, 0], room - rightWidth, { furniture: true }),
      textNode(line, right, [0, 0, 0, 0], rightWidth, { furniture: true }),
    ],
  };
}
