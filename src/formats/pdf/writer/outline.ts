import type { Bookmark } from '../definition.ts';
import type { PlacedLine } from '../engine/page.ts';
import type { Outline, Pdf } from '../engine/pdfmake.ts';

// A little white above the heading that a bookmark leads to.
const above = 8;

/** Opens a bookmark where a heading stands. */
export class Bookmarks {
  readonly #pdf: Pdf;
  /** The bookmarks that the next one may stand under, outermost first. */
  #open: { readonly level: number; readonly item: Outline }[] = [];

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** Opens a bookmark for a member of a pack at the top of the page in progress; those of its headings stand under it. */
  open(title: string): void {
    this.#add({ title, level: 0 }, 0);
  }

  /** Looks at a line that is about to be painted on the page in progress. */
  note(line: PlacedLine): void {
    const bookmark = line.isFirst ? line.node?.bookmark : undefined;
    if (bookmark !== undefined) this.#add(bookmark, line.y);
  }

  #add(bookmark: Bookmark, top: number): void {
    this.#open = this.#open.filter(({ level }) => level < bookmark.level);
    const parent = this.#open.at(-1)?.item ?? this.#pdf.outline;
    // pdfkit counts `left` from the right edge of the page.
    const options = {
      top: Math.max(0, top - above),
      left: this.#pdf.page.width,
      expanded: bookmark.level === 1,
    };
    this.#open.push({ level: bookmark.level, item: parent.addItem(bookmark.title, options) });
  }
}
