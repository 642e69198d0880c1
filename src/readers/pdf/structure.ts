import type { RowPassage, TextPassage } from '../published.ts';
import { linesOfMarks, type Marked } from './marks.ts';

/** A node of the structure tree as pdf.js gives it for one page. */
export type StructureNode = { readonly role: string; readonly children: readonly StructureKid[] };
export type StructureKid = StructureNode | { readonly type: string; readonly id?: string };

/** What one page says; a table has all of its rows on each of its pages, those of other pages without text. */
export type PagePart = TextPassage | TablePart;
export type TablePart = { readonly kind: 'table'; readonly rows: readonly RowPassage[] };

/** Elements that only group others; what stands right inside of them is text all the same. */
const groups = new Set([
  'Root',
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'NonStruct',
  'Aside',
  'BlockQuote',
  'L',
]);

/** What a page says, part by part in reading order. */
export function readParts(root: StructureNode, marked: Marked, page: number): PagePart[] {
  return readNode(root).filter((part) => part.kind === 'table' || part.lines.length > 0);

  function readNode(node: StructureNode): PagePart[] {
    if (node.role === 'Table') return [{ kind: 'table', rows: readRows(node, false) }];
    if (!groups.has(node.role)) return [textPassage(node)];
    return node.children.flatMap((kid) =>
      isNode(kid) ? readNode(kid) : [textPassage({ role: 'P', children: [kid] })],
    );
  }

  function textPassage(node: StructureNode): TextPassage {
    return { kind: 'text', page, lines: linesOfMarks(marksOf(node), marked) };
  }

  function readRows(node: StructureNode, isHead: boolean): RowPassage[] {
    return node.children.filter(isNode).flatMap((kid) => {
      if (kid.role !== 'TR') return readRows(kid, kid.role === 'THead');
      const cells = kid.children.filter(isNode).map((cell) => linesOfMarks(marksOf(cell), marked));
      return [{ kind: 'row' as const, page, isHead, cells }];
    });
  }
}

function isNode(kid: StructureKid): kid is StructureNode {
  return 'children' in kid;
}

/** The marks of an element and all inside it, in reading order. */
function marksOf(node: StructureNode): string[] {
  return node.children.flatMap((kid) =>
    isNode(kid) ? marksOf(kid) : kid.type === 'content' && kid.id !== undefined ? [kid.id] : [],
  );
}
