import { plainText } from '../../../document/plain.ts';
import type { Heading } from '../../../document/tree.ts';
import type { Bookmark, ColumnsNode, TextNode } from '../definition.ts';
import { type Frame, insetFrame, type Laid, sideMargin } from './laid.ts';
import { textNode } from './nodes.ts';
import { typedRuns } from './runs.ts';
import { type Setting, widthIn } from './setting.ts';
import { setText } from './text.ts';

// White between a number and its title where the number is too wide for its column.
const leastGap = 3;

/** A heading, its number hanging. It stays with what follows. */
export function layHeading(setting: Setting, heading: Heading, frame: Frame): Laid {
  const { before, after } = heading.space;
  return { node: headingNode(setting, heading, frame), before, after, keepWithNext: true };
}

function headingNode(setting: Setting, heading: Heading, frame: Frame): TextNode | ColumnsNode {
  const margin = sideMargin(heading.space);
  const bookmark = frame.bookmarks ? bookmarkOf(heading) : undefined;
  const title = setText(setting, heading, heading.content, heading.style);
  if (heading.number === undefined) return { ...title, bookmark, margin };
  const { width } = insetFrame(frame, heading.space);
  const hang = Math.max(frame.hang, widthIn(setting, heading.style, heading.number) + leastGap);
  const runs = typedRuns(setting, heading.style, heading.number, { noWrap: true, source: heading });
  const number = textNode(heading, runs, [0, 0, 0, 0], hang, { bookmark });
  return { source: heading, margin, columns: [number, { ...title, width: width - hang }] };
}

function bookmarkOf(heading: Heading): Bookmark {
  const title = plainText(heading.content).replace(/\u00ad/gu, '');
  const isNumbered = heading.number !== undefined;
  return { title: isNumbered ? `${heading.number} ${title}` : title, level: heading.level };
}
