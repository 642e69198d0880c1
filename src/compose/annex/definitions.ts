import type { DefinitionItem, Definitions, TextStyle } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { buildInline } from './inline.ts';
import { type Around, type Setting, styleOf } from './setting.ts';
import { none } from './styles.ts';

/** Builds facts or a legend from pairs of dt and dd. */
export function buildDefinitions(element: Element, around: Around, setting: Setting): Definitions {
  const arrangement = element.attributes.get('class') as Definitions['arrangement'];
  const { space } = arrangement === 'legend' ? setting.styles.legend : { space: none };
  const items = pairsOf(element).map(([term, details]) => buildItem(term, details, arrangement, setting));
  return {
    kind: 'definitions',
    origin: element.at,
    space: { ...space, left: around.indent },
    arrangement,
    items,
  };
}

function pairsOf(element: Element): (readonly [Element, Element])[] {
  const elements = element.children.filter((node) => node.kind === 'element');
  return elements.flatMap((term, index) => {
    const details = elements[index + 1];
    return term.name === 'dt' && details ? [[term, details] as const] : [];
  });
}

function buildItem(
  term: Element,
  details: Element,
  arrangement: Definitions['arrangement'],
  setting: Setting,
): DefinitionItem {
  return {
    origin: term.at,
    term: buildInline(term, setting),
    termStyle: styleOf(setting, arrangement === 'facts' ? 'factLabel' : 'legend'),
    details: buildInline(details, setting),
    detailsStyle: detailsStyle(details, arrangement, setting),
    span: Number(details.attributes.get('span') ?? 1),
  };
}

function detailsStyle(
  details: Element,
  arrangement: Definitions['arrangement'],
  setting: Setting,
): TextStyle {
  if (arrangement === 'legend') return styleOf(setting, 'legend');
  const style = styleOf(setting, 'factValue');
  return details.attributes.get('class') === 'plain' ? { ...style, weight: 400 } : style;
}
