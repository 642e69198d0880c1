import type { Pdf } from '../engine/pdfmake.ts';
import type { Content, Element } from '../structure/element.ts';
import { numeral, textOperand } from './operands.ts';

/** What belongs to the page and not to the text: readers that read aloud pass over it (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'layout' | 'header' | 'footer' | 'repetition';

const artifactMarks: Readonly<Record<Artifact, string>> = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  repetition: '/Artifact <</Type /Pagination>> BDC',
};

type Place = { readonly x: number; readonly y: number };

/**
 * The operators of one page. Whatever is painted stands under exactly one mark: that of its place in the structure
 * tree, or that of an artifact. Marks and text objects stay open while what follows belongs under them.
 */
export class Canvas {
  readonly #pdf: Pdf;
  readonly #page: number;
  readonly #operators: string[] = [];
  readonly #owners: Element[] = [];
  #mark: Content | Artifact | undefined;
  #meant: string | undefined;
  #isInText = false;
  /** Where the next glyph would land. */
  #pen: Place | undefined;
  /** Operators that set a state, by what they set: set again only where they change. */
  readonly #state = new Map<string, string>();

  constructor(pdf: Pdf, page: number) {
    this.#pdf = pdf;
    this.#page = page;
  }

  /**
   * What follows belongs to a place in the structure tree, or to none; readers take it for `meant`, if that is given.
   * Marks are not put inside each other for this: some readers drop the text behind an inner one.
   */
  under(mark: Content | Artifact, meant?: string): void {
    // What two words are meant to say is said by two marks, though it be the same.
    if (mark === this.#mark && meant === undefined && this.#meant === undefined) return;
    this.#closeMark();
    this.#mark = mark;
    this.#meant = meant;
    this.#operators.push(typeof mark === 'string' ? artifactMarks[mark] : this.#contentMark(mark, meant));
  }

  #contentMark({ element, marks }: Content, meant: string | undefined): string {
    const id = this.#owners.push(element) - 1;
    marks.push({ page: this.#page, id });
    if (meant === undefined) return `/${element.type} <</MCID ${id}>> BDC`;
    return `/Span <</MCID ${id} /ActualText ${textOperand(meant)}>> BDC`;
  }

  /** Adds operators that draw or set. */
  draw(...operators: readonly string[]): void {
    this.#closeText();
    this.#operators.push(...operators);
  }

  /** Adds operators of a text object. */
  show(...operators: readonly string[]): void {
    if (!this.#isInText) this.#operators.push('BT');
    this.#isInText = true;
    this.#operators.push(...operators);
  }

  /** Shows glyphs from a place on their base line; `advance` is how far they move the pen. */
  showAt(place: Place, advance: number, ...operators: readonly string[]): void {
    const from = this.#isInText && isNear(this.#pen, place) ? this.#pen : undefined;
    // Pages count from the top here and letters do not: the text is turned back.
    if (!from) this.show(`1 0 0 -1 ${numeral(place.x)} ${numeral(place.y)} Tm`);
    this.show(...operators);
    this.#pen = { x: (from ?? place).x + advance, y: place.y };
  }

  /** Sets a state, such as the font, unless it is set already. */
  set(what: string, operator: string): void {
    if (this.#state.get(what) === operator) return;
    this.#state.set(what, operator);
    this.#operators.push(operator);
  }

  /** Lets another painter write into the page, which leaves the states as it found them. */
  lend(paint: () => void): void {
    this.#closeText();
    this.#flush();
    paint();
  }

  /** Ends the page; returns the owner of each mark on it, by number. */
  end(): readonly Element[] {
    this.#closeMark();
    this.#flush();
    return this.#owners;
  }

  #closeMark(): void {
    this.#closeText();
    if (this.#mark !== undefined) this.#operators.push('EMC');
    this.#mark = undefined;
  }

  #closeText(): void {
    if (this.#isInText) this.#operators.push('ET');
    this.#isInText = false;
  }

  #flush(): void {
    if (this.#operators.length > 0) this.#pdf.addContent(this.#operators.join('\n'));
    this.#operators.length = 0;
  }
}

// Too little to be seen: words that follow each other were measured one by one.
const closest = 0.02;

function isNear(pen: Place | undefined, place: Place): boolean {
  return pen !== undefined && Math.abs(pen.x - place.x) < closest && Math.abs(pen.y - place.y) < closest;
}
