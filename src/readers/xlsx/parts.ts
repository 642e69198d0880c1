import { posix } from 'node:path';
import type { XmlElement } from '@rgrove/parse-xml';
import { Damaged } from '../damaged.ts';
import { attributeOf, childrenNamed, descendant, parsePart } from './xml.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** A sheet as the workbook lists it, and the part it stands in. */
export type ListedSheet = { readonly name: string; readonly isVisible: boolean; readonly path: string };

const workbookPath = 'xl/workbook.xml';

/** The sheets of a workbook in their order. Throws Damaged. */
export function listSheets(files: Files): ListedSheet[] {
  const paths = relationsOf(files, workbookPath);
  const workbook = parsePart(files, workbookPath);
  const sheets = descendant(workbook, 'sheets');
  const listed = (sheets === undefined ? [] : childrenNamed(sheets, 'sheet')).map((sheet) => ({
    name: attributeOf(sheet, 'name') ?? '',
    isVisible: (attributeOf(sheet, 'state') ?? 'visible') === 'visible',
    path: paths.get(relationId(sheet) ?? '') ?? '',
  }));
  // A part that many sheets share would be read many times over.
  if (new Set(listed.map(({ path }) => path)).size < listed.length) {
    throw new Damaged('two of its sheets are one part');
  }
  return listed;
}

/** `sheetId` is an id too: the relation is the one with a prefix. */
function relationId(sheet: XmlElement): string | undefined {
  return Object.entries(sheet.attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

/** Where the links of a sheet lead outside the workbook; a sheet without relations has none. */
export function addressesOf(files: Files, path: string): string[] {
  const part = `${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`;
  if (!files.has(part)) return [];
  return childrenNamed(parsePart(files, part), 'Relationship')
    .filter((relation) => attributeOf(relation, 'TargetMode') === 'External')
    .map((relation) => attributeOf(relation, 'Target') ?? '');
}

/** Where the relations of a part lead, by their id. A target is relative to the part, or to the archive. */
export function relationsOf(files: Files, path: string): Map<string, string> {
  const folder = posix.dirname(path);
  const part = `${folder}/_rels/${posix.basename(path)}.rels`;
  if (!files.has(part)) return new Map();
  const relations = parsePart(files, part);
  return new Map(
    childrenNamed(relations, 'Relationship').map((relation) => [
      attributeOf(relation, 'Id') ?? '',
      posix.resolve('/', folder, attributeOf(relation, 'Target') ?? '').slice(1),
    ]),
  );
}

/** The language that the properties of the workbook name. */
export function languageOf(files: Files): string | undefined {
  if (!files.has('docProps/core.xml')) return undefined;
  return descendant(parsePart(files, 'docProps/core.xml'), 'language')?.text || undefined;
}

/** The keywords that the properties of the workbook list: Excel parts them by commas, LibreOffice by spaces. */
export function keywordsOf(files: Files): string[] {
  if (!files.has('docProps/core.xml')) return [];
  const listed = descendant(parsePart(files, 'docProps/core.xml'), 'keywords')?.text ?? '';
  return listed.split(/[\s,;]+/u).filter((word) => word !== '');
}
