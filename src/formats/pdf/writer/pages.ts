import type { LaidPage, PlacedLine, Word } from '../engine/page.ts';
import type { Pdf } from '../engine/pdfmake.ts';
import type { Content, Element } from '../structure/element.ts';
import type { Structure } from '../structure/structure.ts';
import { type Artifact, Canvas } from './canvas.ts';
import { Links } from './links.ts';
import { Bookmarks } from './outline.ts';
import { type PlacedPicture, paintPicture } from './pictures.ts';
import { drawShape } from './shapes.ts';
import { paintText } from './text.ts';

/** Which element each thing on the pages belongs to: the marks of every page, and the annotations of all. */
export type Owners = {
  readonly pages: readonly PaintedPage[];
  readonly annotations: readonly Element[];
  /** The key of the first page in the parent tree; those of annotations follow on those of pages. */
  readonly firstKey: number;
};

export type PaintedPage = {
  readonly object: object;
  readonly marks: readonly Element[];
  /** The member of a pack that begins here. */
  readonly anchor?: string | undefined;
};

/** What pages of a pack do beside being read: their first key in the parent tree, and which members begin on which. */
export type PackPlace = {
  readonly firstKey: number;
  readonly begins?: ReadonlyMap<LaidPage, { readonly anchor: string; readonly title: string }>;
};

/** Paints laid pages, and fills the structure tree with what was painted. */
export function paintPages(
  pdf: Pdf,
  pages: readonly LaidPage[],
  structure: Structure,
  { firstKey, begins }: PackPlace = { firstKey: 0 },
): Owners {
  const painter = new PagePainter(pdf, structure);
  const annotations: Element[] = [];
  const painted = pages.map((page, number) => {
    const { width, height } = page.pageSize;
    pdf.addPage({ size: [width, height] });
    const begun = begins?.get(page);
    if (begun) painter.open(begun.title);
    const canvas = new Canvas(pdf, number);
    const links = new Links();
    painter.paint(page, canvas, links);
    const laid = links.lay(pdf, number, firstKey + pages.length + annotations.length);
    annotations.push(...laid);
    const object = pdf.page.dictionary;
    // The tabulator visits links in the order of the structure tree.
    Object.assign(object.data, { StructParents: firstKey + number, Tabs: 'S' });
    return { object, marks: canvas.end(), anchor: begun?.anchor };
  });
  return { pages: painted, annotations, firstKey };
}

class PagePainter {
  readonly #pdf: Pdf;
  readonly #structure: Structure;
  readonly #bookmarks: Bookmarks;
  /** Words of lines painted before: the repeated head of a table shares those of the first. */
  readonly #seen = new Set<readonly Word[]>();
  /** The run of the word that was painted last, and what it belongs to: most words belong with the one before them. */
  #run: Word['run'] | undefined;
  #content: Content | undefined;

  constructor(pdf: Pdf, structure: Structure) {
    this.#pdf = pdf;
    this.#structure = structure;
    this.#bookmarks = new Bookmarks(pdf);
  }

  /** Opens the bookmark of a member on the page in progress. */
  open(title: string): void {
    this.#bookmarks.open(title);
  }

  /** Shapes lie behind everything else: first of all they need one mark instead of one for every cell. */
  paint(page: LaidPage, canvas: Canvas, links: Links): void {
    for (const { type, item } of page.items) {
      if (type !== 'vector') continue;
      canvas.under('layout');
      drawShape(canvas, item);
    }
    for (const { type, item } of page.items) {
      if (type === 'line') this.#paintLine(canvas, item, links);
      else if (type !== 'vector') {
        paintPicture(this.#pdf, canvas, item as PlacedPicture, this.#structure.contentOf(item.source));
      }
    }
  }

  #paintLine(canvas: Canvas, line: PlacedLine, links: Links): void {
    const artifact = this.#artifactOf(line);
    if (artifact !== undefined) {
      paintText(canvas, line, () => artifact);
      return;
    }
    this.#seen.add(line.inlines);
    this.#bookmarks.note(line);
    paintText(canvas, line, (word) => {
      const content = this.#contentOf(word);
      links.note(word, content, line);
      return content;
    });
  }

  #artifactOf(line: PlacedLine): Artifact | undefined {
    if (line.node?.furniture) return line.y < this.#pdf.page.height / 2 ? 'header' : 'footer';
    return this.#seen.has(line.inlines) ? 'repetition' : undefined;
  }

  #contentOf({ run, text }: Word): Content {
    if (run !== this.#run) {
      this.#run = run;
      this.#content = this.#structure.contentOf(run.source);
    }
    if (this.#content === undefined) throw new Error(`No node of the annex tree says '${text}'.`);
    return this.#content;
  }
}
