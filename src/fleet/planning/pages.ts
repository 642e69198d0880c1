/** Rows of a matrix that a page holds, about. This repository's annexes, of 40 and of 48 rows, have 4 pages each. */
const rowsOnPage = 16;

/** Cover and contents. */
const pagesInFront = 2;

/**
 * How many pages a pack comes to, before anything is set: near enough to give workers batches of about one size.
 *
 * @param activities how many activities each of its members has
 */
export function estimatePages(activities: readonly number[]): number {
  // What stands in front of the first row of an annex, and what is left empty behind the last, is a page together.
  return activities.reduce((pages, count) => pages + 1 + Math.ceil(count / rowsOnPage), pagesInFront);
}
