import type { DefinitionItem, Definitions } from '../../document/tree.ts';
import { writeInlines } from './inline.ts';
import { type Element, element } from './node.ts';
import type { Setting } from './setting.ts';
import { classes } from './text.ts';

/** Facts, label over value, or a legend, sign beside meaning. */
export function writeDefinitions(setting: Setting, { arrangement, items, space }: Definitions): Element {
  const look = classes(arrangement, space.left > 0 && 'at-text');
  return element('dl', { class: look }, ...items.map((item) => writeItem(setting, item)));
}

function writeItem(
  setting: Setting,
  { term, termStyle, details, detailsStyle, span }: DefinitionItem,
): Element {
  return element(
    'div',
    { class: span > 1 ? `span-${span}` : undefined },
    element('dt', { class: setting.types.text(termStyle) }, ...writeInlines(setting, term)),
    element('dd', { class: setting.types.text(detailsStyle) }, ...writeInlines(setting, details)),
  );
}
