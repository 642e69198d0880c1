import { hangingNumber } from './heading.ts';
import { writeInlines } from './inline.ts';
import { type Element, element, type Html } from './node.ts';
import type { Item, Part } from './outline.ts';
import type { Setting } from './setting.ts';

/** Links to all parts, nested as they are; named by the title of the annex. */
export function writeContents(setting: Setting, items: readonly Item[], title: string | undefined): Html[] {
  const parts = items.filter((item) => item.kind === 'part');
  if (parts.length < 2) return [];
  return [element('nav', { class: 'contents', 'aria-labelledby': title }, writeList(setting, parts))];
}

function writeList(setting: Setting, parts: readonly Part[]): Element {
  return element('ol', { role: 'list' }, ...parts.map((part) => writeEntry(setting, part)));
}

function writeEntry(setting: Setting, part: Part): Element {
  const inner = part.items.filter((item) => item.kind === 'part');
  return element(
    'li',
    {},
    writeLink(setting, part),
    ...(inner.length > 0 ? [writeList(setting, inner)] : []),
  );
}

/** A link to a part, by its number and title. */
export function writeLink(setting: Setting, part: Part, look?: string): Element {
  const { number, content } = part.heading;
  const href = `#${setting.headingIds.get(part.heading)!}`;
  return element('a', { class: look, href }, ...hangingNumber(number), ...writeInlines(setting, content));
}
