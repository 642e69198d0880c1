import type { Branch } from './tree.ts';

/** A section as it will be listed. */
export type NumberedSection = Pick<Branch, 'title' | 'line' | 'rows'> & {
  /** Empty where it is counted. */
  readonly number: string;
  /** The number that it was published under and could not keep. */
  readonly lost: string | undefined;
  readonly children: readonly NumberedSection[];
};

/**
 * Settles the numbers of sections so that no two sections or clauses share one. Published numbers are kept; where a
 * number was published twice, the second section takes the next that is free. A section without a number is counted,
 * and is given one here only where counting would meet another.
 */
export function settleNumbers(roots: readonly Branch[]): NumberedSection[] {
  const published = new Set(numbersIn(roots));
  const used = new Set<string>();
  return settleLevel(roots, '', 0);

  /** @param before how many clauses of the section above are counted before its sections */
  function settleLevel(level: readonly Branch[], prefix: string, before: number): NumberedSection[] {
    const isCounted = level.every(({ number }) => number === undefined);
    // What stands before section 1 is 0: nothing published has to move for it.
    let last = isCounted || before > 0 ? before : -1;
    return level.map((branch) => {
      const counted = `${prefix}${last + 1}`;
      const number = chooseNumber(branch, prefix, last);
      used.add(number);
      last = Number(number.split('.').at(-1));
      return settleBranch(branch, number, isCounted && number === counted ? '' : number);
    });
  }

  function chooseNumber(branch: Branch, prefix: string, last: number): string {
    if (branch.number !== undefined && !used.has(branch.number)) return branch.number;
    for (let next = last + 1; ; next++) {
      const number = `${prefix}${next}`;
      if (!used.has(number) && !published.has(number)) return number;
    }
  }

  function settleBranch(branch: Branch, number: string, listed: string): NumberedSection {
    const parted = partRows(branch, number);
    return {
      ...parted,
      number: listed,
      lost: branch.number === undefined || branch.number === number ? undefined : branch.number,
      children: settleLevel(parted.children, `${number}.`, parted.rows.length),
    };
  }
}

/**
 * Rows that stand in a section beside numbered sections take clauses such as 3.1.1 that are the numbers of those; they
 * are put into a section 3.1.0 of the same title before them.
 */
function partRows(branch: Branch, number: string): Branch {
  const clauses = new Set(branch.rows.map((_, index) => `${number}.${index + 1}`));
  const isClash = branch.children.some((child) => child.number !== undefined && clauses.has(child.number));
  if (!isClash) return branch;
  const general: Branch = { ...branch, number: `${number}.0`, children: [] };
  return { ...branch, rows: [], children: [general, ...branch.children] };
}

function numbersIn(level: readonly Branch[]): string[] {
  return level.flatMap(({ number, children }) => [
    ...(number === undefined ? [] : [number]),
    ...numbersIn(children),
  ]);
}
