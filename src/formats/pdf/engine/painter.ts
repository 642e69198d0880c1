import type { Bookmark } from '../definition.ts';
import type { LaidPage, PlacedLine } from './page.ts';
import { type Outline, type PDFDocument, Renderer } from './pdfmake.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/** pdfmake's painter, which also opens a bookmark where a heading stands. */
export class AnnexPainter extends Renderer {
  readonly #pdf: Pdf;
  readonly #seen = new Set<Bookmark>();
  /** The bookmarks that the next one may stand under, outermost first. */
  #open: { readonly level: number; readonly item: Outline }[] = [];

  constructor(pdf: Pdf) {
    super(pdf);
    this.#pdf = pdf;
  }

  override renderLine(line: PlacedLine, x: number, y: number): void {
    const bookmark = line.isFirst ? line.node?.bookmark : undefined;
    // The repeated head of a table brings its heading along on every page.
    if (bookmark && !this.#seen.has(bookmark)) this.#addBookmark(bookmark, y);
    super.renderLine(line, x, y);
  }

  #addBookmark(bookmark: Bookmark, top: number): void {
    this.#seen.add(bookmark);
    this.#open = this.#open.filter(({ level }) => level < bookmark.level);
    const parent = this.#open.at(-1)?.item ?? this.#pdf.outline;
    // pdfkit counts `left` from the right edge of the page.
    const options = { top: Math.max(0, top - 8), left: this.#pdf.page.width, expanded: bookmark.level === 1 };
    this.#open.push({ level: bookmark.level, item: parent.addItem(bookmark.title, options) });
  }
}

/**
 * The lines of text that lie on the pages, in reading order: a paragraph that runs over two pages is not interrupted by
 * its neighbours in the row. Without running headers and footers, and without the repetitions of a table's head. A
 * line that ends inside a word, at a soft hyphen, ends in U+00AD here.
 */
export function paintedLines(pages: readonly LaidPage[]): string[] {
  const seen = new Set<unknown>();
  const paragraphs = new Map<unknown, string[]>();
  for (const { item, type } of pages.flatMap((page) => page.items)) {
    if (type !== 'line' || item.node?.furniture || seen.has(item.inlines)) continue;
    seen.add(item.inlines);
    const lines = paragraphs.get(item.node) ?? [];
    paragraphs.set(item.node, [...lines, textOf(item)]);
  }
  return [...paragraphs.values()].flat();
}

function textOf(line: PlacedLine): string {
  const text = line.inlines
    .map((word) => word.text)
    .join('')
    .trim();
  return line.isSoft ? `${text.slice(0, -1)}\u00ad` : text;
}
