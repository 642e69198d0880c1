import { declaration, escapeXml, relationships } from './xml.ts';

/** From one part of the package to another, or to an address on the web; `type` is the last word of its type. */
export type Relation = { readonly type: string; readonly target: string };

/** The id of the relation at a place in a list, counted from 0. */
export function relationId(index: number): string {
  return `rId${index + 1}`;
}

/** A part of relations (ECMA-376, part 2, CT_Relationships). */
export function writeRelations(relations: readonly Relation[]): string {
  const written = relations.map(({ type, target }, index) => {
    const about = `Id="${relationId(index)}" Type="${vocabularyOf(type)}/${type}" Target="${escapeXml(target)}"`;
    return `<Relationship ${about}${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;
  });
  return `${declaration}<Relationships xmlns="${packages}">${written.join('')}</Relationships>`;
}

const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What concerns packages of every kind has names of its own. */
function vocabularyOf(type: string): string {
  return type === 'core-properties' ? `${packages}/metadata` : relationships;
}
