import type { XmlElement } from '@rgrove/parse-xml';
import { normalizeText } from '../../tables/celltext.ts';
import type { Returned, ReturnedFile } from '../returned.ts';
import { type Inline, readInline } from './inline.ts';
import { childrenOf, type Xml } from './parse.ts';

/** Reads XLIFF 2.0 and 2.1: the units of all files and groups. Tools may have cut a unit into several segments. */
export function readVersion2({ root, placeOf }: Xml): ReturnedFile {
  return {
    language: root.attributes.trgLang,
    units: unitsIn(root).map((unit) => ({ ...readUnit(unit), place: placeOf(unit) })),
  };
}

function unitsIn(element: XmlElement): XmlElement[] {
  return [
    ...childrenOf(element, 'unit'),
    ...childrenOf(element, 'file', 'group').flatMap((inner) => unitsIn(inner)),
  ];
}

function readUnit(unit: XmlElement): Omit<Returned, 'place'> {
  const parts = childrenOf(unit, 'segment', 'ignorable').map(readPart);
  const segments = parts.filter(({ isSegment, source }) => isSegment && source.text.trim() !== '');
  const isTranslated = segments.every(({ target }) => target !== undefined && target.text.trim() !== '');
  const inOrder = parts.toSorted((a, b) => a.order - b.order);
  const isReviewed = segments.every(({ state }) => state === 'reviewed' || state === 'final');
  const { id = '', name = id } = unit.attributes;
  return {
    ref: id,
    name,
    source: normalizeText(parts.map(({ source }) => source.text).join('')),
    text: isTranslated
      ? normalizeText(inOrder.map(({ source, target }) => (target ?? source).text).join(''))
      : '',
    status: isReviewed ? 'reviewed' : 'machine',
    before: readBefore(unit),
    hasCodes: parts.some(({ target }) => target?.hasCodes === true),
  };
}

type Part = {
  readonly isSegment: boolean;
  readonly state: string;
  readonly source: Inline;
  readonly target: Inline | undefined;
  /** Where the target stands among the targets of its unit (XLIFF 2.1, 4.3.1 `order`). */
  readonly order: number;
};

function readPart(part: XmlElement, position: number): Part {
  const [source] = childrenOf(part, 'source').map(readInline);
  const [target] = childrenOf(part, 'target');
  return {
    isSegment: part.name.endsWith('segment'),
    state: part.attributes.state ?? 'initial',
    source: source ?? { text: '', hasCodes: false },
    target: target && readInline(target),
    order: Number(target?.attributes.order ?? position + 1),
  };
}

/** The translation that the file was made with: our own candidate, which most tools keep. */
function readBefore(unit: XmlElement): string | undefined {
  const candidates = childrenOf(unit, 'matches').flatMap((matches) => childrenOf(matches, 'match'));
  const own = candidates.find(({ attributes }) => attributes.id === 'before');
  const [target] = own === undefined ? [] : childrenOf(own, 'target');
  return target && normalizeText(readInline(target).text);
}
