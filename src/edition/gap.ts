/**
 * A place in a value that is written as JSON now and filled later. JSON escapes control characters, so no text of an
 * edition can look like the mark of a gap.
 */
export class Gap {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }

  /** What stands for the gap, `indent` deep. */
  mark(indent = ''): string {
    return `\u0000${this.place}\u0000${indent}\u0000`;
  }
}

/** JSON around its gaps: a piece, the place and the indent of the gap behind it, and so on to the last piece. */
export type Gapped = {
  readonly pieces: readonly string[];
  readonly places: readonly number[];
  readonly indents: readonly string[];
};

/** Takes JSON apart at the marks of its gaps. */
export function splitAtGaps(json: string): Gapped {
  const pieces: string[] = [];
  const places: number[] = [];
  const indents: string[] = [];
  json.split('\u0000').forEach((part, i) => {
    if (i % 3 === 0) pieces.push(part);
    else if (i % 3 === 1) places.push(Number(part));
    else indents.push(part);
  });
  return { pieces, places, indents };
}
