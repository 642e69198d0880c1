import type { Heading } from '../../document/tree.ts';
import { writeInlines } from './inline.ts';
import { element, type Html } from './node.ts';
import type { Setting } from './setting.ts';
import { classes } from './text.ts';

/** A heading; its number hangs to the left of where text starts. */
export function writeHeading(setting: Setting, heading: Heading, look?: string): Html {
  const { content, level, number, space, style } = heading;
  const placed = number !== undefined ? 'numbered' : space.left > 0 && 'at-text';
  const id = setting.headingIds.get(heading);
  const attributes = { class: classes(setting.types.text(style), placed, look), id };
  return element(`h${level}`, attributes, ...hangingNumber(number), ...writeInlines(setting, content));
}

/** A number; the space in it is not seen, but keeps it apart from the text for listeners and for copies. */
export function hangingNumber(number: string | undefined): Html[] {
  return number === undefined ? [] : [element('span', { class: 'number' }, `${number} `)];
}
