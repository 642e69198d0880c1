import type { XmlElement } from '@rgrove/parse-xml';
import { normalizeText } from '../../tables/celltext.ts';
import type { Returned, ReturnedFile } from '../returned.ts';
import { readInline } from './inline.ts';
import { childrenOf, type Xml } from './parse.ts';

/** Reads XLIFF 1.2, into which some translation tools turn what they are given. */
export function readVersion1({ root, placeOf }: Xml): ReturnedFile {
  const files = childrenOf(root, 'file');
  return {
    language: files.map(({ attributes }) => attributes['target-language']).find((tag) => tag !== undefined),
    units: files.flatMap(unitsIn).map((unit) => ({ ...readUnit(unit), place: placeOf(unit) })),
  };
}

function unitsIn(element: XmlElement): XmlElement[] {
  return [
    ...childrenOf(element, 'trans-unit'),
    ...childrenOf(element, 'body', 'group').flatMap((inner) => unitsIn(inner)),
  ];
}

const reviewedStates = ['final', 'signed-off'];

function readUnit(unit: XmlElement): Omit<Returned, 'place'> {
  const { id = '', resname = id, approved } = unit.attributes;
  const [source] = childrenOf(unit, 'source').map(readInline);
  const [target] = childrenOf(unit, 'target');
  const read = target && readInline(target);
  const isReviewed = approved === 'yes' || reviewedStates.includes(target?.attributes.state ?? '');
  return {
    ref: id,
    name: resname,
    source: normalizeText(source?.text ?? ''),
    text: normalizeText(read?.text ?? ''),
    status: isReviewed ? 'reviewed' : 'machine',
    before: undefined,
    hasCodes: read?.hasCodes ?? false,
  };
}
