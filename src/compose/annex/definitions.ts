import type { DefinitionItem, Definitions, TextStyle } from '../../document/tree.ts';
import type { Element } from '../markup/element.ts';
import { buildInline } from './inline.ts';
import { type Around, type Setting, styleOf } from './setting.ts';
import { none } from './styles.ts';

/** The class of a list of pairs: facts of two sizes, or a legend. */
type Look = Definitions['arrangement'] | 'pack';

/** Builds facts or a legend from pairs of dt and dd. */
export function buildDefinitions(element: Element, around: Around, setting: Setting): Definitions {
  const look = element.attributes.get('class') as Look;
  const arrangement = look === 'pack' ? 'facts' : look;
  const { space } = arrangement === 'legend' ? setting.styles.legend : { space: none };
  const items = pairsOf(element).map(([term, details]) => buildItem(term, details, look, setting));
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

function buildItem(term: Element, details: Element, look: Look, setting: Setting): DefinitionItem {
  return {
    origin: term.at,
    term: buildInline(term, setting),
    termStyle: styleOf(setting, look === 'legend' ? 'legend' : 'factLabel'),
    details: buildInline(details, setting),
    detailsStyle: detailsStyle(details, look, setting),
    span: Number(details.attributes.get('span') ?? 1),
  };
}

function detailsStyle(details: Element, look: Look, setting: Setting): TextStyle {
  if (look === 'legend') return styleOf(setting, 'legend');
  const style = styleOf(setting, look === 'pack' ? 'packFact' : 'factValue');
  return details.attributes.get('class') === 'plain' ? { ...style, weight: 400 } : style;
}
