/** Size of the sober body text in points: it is as large on a screen as the reader's own text, 1 rem. */
const bodySize = 9.2;

// Small text of paper is too small for a screen, and its largest too large for a telephone.
const leastText = 0.8125;
const compression = 0.86;

/** A length of the tree, in points, as rem. */
export function length(points: number): string {
  return `${round(points / bodySize)}rem`;
}

/** The same as a number of rem, to reckon with. */
export function rems(points: number): number {
  return points / bodySize;
}

/** The size of a text: that of paper, with large and small drawn nearer to each other. */
export function textSize(points: number): string {
  const ratio = points / bodySize;
  const size = ratio > 1 ? ratio ** compression : Math.max(ratio, leastText);
  return size > 2 ? `clamp(2.1rem, 8.5vw, ${round(size)}rem)` : `${round(size)}rem`;
}

/** The distance of lines as a multiple of the size; screens want a little more than paper. */
export function lineHeight(size: number, leading: number): string {
  return String(round((leading / size) * (size < 14 ? 1.07 : 1)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
