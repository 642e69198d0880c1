import type { Pdf } from '../engine/pdfmake.ts';
import type { Content, Element } from '../structure/element.ts';
import type { Glyphs } from './glyphs.ts';
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
  /** Glyphs that wait to be shown with those behind them, as an operand. */
  #shown = '';
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
    this.#push(typeof mark === 'string' ? artifactMarks[mark] : this.#contentMark(mark, meant));
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
    for (const operator of operators) this.#push(operator);
  }

  /** Shows glyphs at a size from a place on their base line. */
  showAt(place: Place, { stretches, advance }: Glyphs, size: number): void {
    const from = this.#isInText && isNear(this.#pen, place) ? this.#pen : undefined;
    if (!this.#isInText) this.#push('BT');
    this.#isInText = true;
    // Pages count from the top here and letters do not: the text is turned back.
    if (!from) this.#push(`1 0 0 -1 ${numeral(place.x)} ${numeral(place.y)} Tm`);
    for (const { rise, operand } of stretches) {
      // Accents may stand above the base line.
      if (rise !== 0) this.#push(`${numeral((rise * size) / 1000)} Ts`);
      this.#shown += operand;
      if (rise !== 0) this.#push('0 Ts');
    }
    this.#pen = { x: (from ?? place).x + (advance * size) / 1000, y: place.y };
  }

  /** Sets a state, such as the font, unless it is set already. */
  set(what: string, operator: string): void {
    if (this.#state.get(what) === operator) return;
    this.#state.set(what, operator);
    this.#push(operator);
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
    if (this.#mark !== undefined) this.#push('EMC');
    this.#mark = undefined;
  }

  #closeText(): void {
    if (this.#isInText) this.#push('ET');
    this.#isInText = false;
  }

  #push(operator: string): void {
    this.#show();
    this.#operators.push(operator);
  }

  /** Words that follow each other are shown by one operator. */
  #show(): void {
    if (this.#shown !== '') this.#operators.push(`[${this.#shown.replaceAll('><', '')}] TJ`);
    this.#shown = '';
  }

  #flush(): void {
    this.#show();
    if (this.#operators.length > 0) this.#pdf.addContent(this.#operators.join('\n'));
    this.#operators.length = 0;
  }
}

// Too little to be seen: words that follow each other were measured one by one.
const closest = 0.02;

function isNear(pen: Place | undefined, place: Place): boolean {
  return pen !== undefined && Math.abs(pen.x - place.x) < closest && Math.abs(pen.y - place.y) < closest;
}
