import type { FoundSection } from '../found.ts';
import type { JoinedMatrix } from '../joined.ts';

/** A section with its own rows, by index, and the sections in it. */
export type Branch = {
  /** As published; undefined where it is to be counted. */
  readonly number: string | undefined;
  readonly title: string;
  readonly line: number | undefined;
  readonly rows: readonly number[];
  readonly children: readonly Branch[];
};

/** Deeper sections than keys can tell are put beside the deepest that they can. */
const deepest = 6;

/**
 * The sections of a page as a tree, without those that hold nothing.
 *
 * @param untitled the title of rows that stand under no heading, which come first
 */
export function growTree({ sections, rows }: JoinedMatrix, untitled: string): Branch[] {
  const loose = rowsOf(undefined);
  const root: Branch = { number: undefined, title: untitled, line: undefined, rows: loose, children: [] };
  return [...(loose.length > 0 ? [root] : []), ...growLevel(undefined)];

  function growLevel(parent: number | undefined): Branch[] {
    return sections.flatMap((section, index) => {
      if (parentOf(sections, section) !== parent) return [];
      const branch = { ...readNumber(section), rows: rowsOf(index), children: growLevel(index) };
      return branch.rows.length > 0 || branch.children.length > 0 ? [branch] : [];
    });
  }

  function rowsOf(at: number | undefined): number[] {
    return rows.flatMap(({ section }, index) => (section === at ? [index] : []));
  }
}

function parentOf(sections: readonly FoundSection[], section: FoundSection): number | undefined {
  let { parent } = section;
  for (let depth = depthOf(sections, section); depth > deepest && parent !== undefined; depth--) {
    parent = sections[parent]!.parent;
  }
  return parent;
}

function depthOf(sections: readonly FoundSection[], { parent }: FoundSection): number {
  return parent === undefined ? 1 : depthOf(sections, sections[parent]!) + 1;
}

/** Numbers are digits and dots; what else a page counts by, such as A.1, stays in the title. */
function readNumber({ number, title, line }: FoundSection): Pick<Branch, 'number' | 'title' | 'line'> {
  const isPlain = number === undefined || /^\d+(?:\.\d+){0,5}$/.test(number);
  return isPlain ? { number, title, line } : { number: undefined, title: `${number} ${title}`, line };
}
