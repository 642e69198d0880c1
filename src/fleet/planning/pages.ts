/** Rows of a matrix that a page holds, about: those of this repository's annexes hold 14 to 20. */
const rowsOnPage = 16;

/** Cover and contents. */
const pagesInFront = 2;

/**
 * How many pages a pack comes to, before anything is set: near enough to give workers batches of about one size.
 *
 * @param activities how many activities each of its members has
 */
export function estimatePages(activities: readonly number[]): number {
  return activities.reduce((pages, count) => pages + 1 + Math.ceil(count / rowsOnPage), pagesInFront);
}
