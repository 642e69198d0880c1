import type { PlacedLine, Word } from '../engine/page.ts';
import type { Pdf } from '../engine/pdfmake.ts';
import { leadsInside } from '../outward.ts';
import type { Content, Element } from '../structure/element.ts';

/** A stretch of a line that leads somewhere. Points from the top left corner of the page. */
type Area = {
  readonly element: Element;
  readonly content: Content;
  readonly href: string;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Gathers the words of a page that are links, and lays annotations over them: one for each line of a link. */
export class Links {
  readonly #areas: Area[] = [];

  /** Notes a word that is about to be painted in its line. */
  note(word: Word, content: Content, line: PlacedLine): void {
    const href = word.run.link;
    if (href === undefined || content.link === undefined) return;
    const left = line.x + word.x;
    const baseline = line.y + line.getAscenderHeight();
    const right = left + word.width - word.trailingCut;
    const top = baseline - (word.font.ascender * word.fontSize) / 1000;
    const bottom = baseline - (word.font.descender * word.fontSize) / 1000;
    const last = this.#areas.at(-1);
    if (last?.element === content.link && last.top === top) last.right = right;
    else this.#areas.push({ element: content.link, content, href, left, right, top, bottom });
  }

  /** Lays the annotations of a page, numbered on from `next` in the parent tree; returns their elements. */
  lay(pdf: Pdf, page: number, next: number): Element[] {
    const { height } = pdf.page;
    return this.#areas.map((area, i) => {
      const object = pdf.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [area.left, height - area.bottom, area.right, height - area.top],
        Border: [0, 0, 0],
        // Printed: an archival file hides nothing (ISO 19005-3, 6.3.2).
        F: 4,
        ...whereTo(area.href),
        Contents: new String(area.element.properties.description ?? area.href),
        StructParent: next + i,
      });
      object.end();
      pdf.page.annotations.push(object);
      area.content.marks.push({ page, annotation: object });
      return area.element;
    });
  }
}

/** A member of a pack is named: its pages may not be painted yet. */
function whereTo(href: string): object {
  return leadsInside(href)
    ? { Dest: new String(href.slice(1)) }
    : { A: { S: 'URI', URI: new String(asciiAddress(href)) } };
}

/** Addresses in a PDF are ASCII (ISO 32000-1, 12.6.4.7). */
function asciiAddress(href: string): string {
  return href.replace(/[^\x21-\x7e]+/gu, (text) =>
    [...Buffer.from(text, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
