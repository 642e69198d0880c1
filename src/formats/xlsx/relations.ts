import { declaration, escapeXml, relationships } from './xml.ts';

/** From a sheet to another part of the package, or to an address on the web. */
export type Relation = { readonly type: 'hyperlink' | 'table'; readonly target: string };

/** The id of the relation at a place in the list, counted from 0. */
export function relationId(index: number): string {
  return `rId${index + 1}`;
}

/** The part of the relations of a sheet (ECMA-376, part 2, CT_Relationships). */
export function writeRelations(relations: readonly Relation[]): string {
  const written = relations.map(({ type, target }, index) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="${relationId(index)}" Type="${relationships}/${type}" Target="${escapeXml(target)}"${mode}/>`;
  });
  const vocabulary = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${declaration}<Relationships xmlns="${vocabulary}">${written.join('')}</Relationships>`;
}
