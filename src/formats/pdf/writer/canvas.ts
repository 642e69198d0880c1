import type { DocumentFont } from '../engine/fonts.ts';
import { colourOperands, numeral, textOperand } from '../engine/operands.ts';
import type { Pdf } from '../engine/pdfmake.ts';
import type { ShapedText } from '../engine/shaping.ts';
import type { Content, Element } from '../structure/element.ts';

/** What belongs to the page and not to the text: readers that read aloud pass over it (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'layout' | 'header' | 'footer' | 'repetition';

const artifactMarks: Readonly<Record<Artifact, string>> = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  repetition: '/Artifact <</Type /Pagination>> BDC',
};

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
  /** Where the next glyph would land, while a text is open. */
  #penX = 0;
  #penY = 0;
  #font: DocumentFont | undefined;
  #size = 0;
  /** What other states are set to: they are set again only where they change. */
  readonly #states = new Map<State, string | number>();

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

  /** Shows glyphs, in the font and size that were set, from a place on their base line. */
  showAt(x: number, y: number, { stretches, advance }: ShapedText): void {
    const size = this.#size;
    const isNext = this.#isInText && isNear(this.#penX, x) && isNear(this.#penY, y);
    if (!this.#isInText) this.#push('BT');
    this.#isInText = true;
    // Pages count from the top here and letters do not: the text is turned back.
    if (!isNext) this.#push(`1 0 0 -1 ${numeral(x)} ${numeral(y)} Tm`);
    for (const { rise, operand } of stretches) {
      // Accents may stand above the base line.
      if (rise !== 0) this.#push(`${numeral((rise * size) / 1000)} Ts`);
      this.#shown += operand;
      if (rise !== 0) this.#push('0 Ts');
    }
    this.#penX = (isNext ? this.#penX : x) + (advance * size) / 1000;
    this.#penY = y;
  }

  /** Sets the font and its size in points, unless it is set already. */
  setFont(font: DocumentFont, size: number): void {
    if (this.#font === font && this.#size === size) return;
    this.#font = font;
    this.#size = size;
    this.#pdf.page.fonts[font.id] ??= font.embedded.reference;
    this.#push(`/${font.id} ${numeral(size)} Tf`);
  }

  /** Sets another state, unless it has this value already. */
  set<Name extends State>(state: Name, value: Parameters<(typeof setters)[Name]>[0]): void {
    if (this.#states.get(state) === value) return;
    this.#states.set(state, value);
    this.#push(setters[state](value as never));
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
    if (this.#shown !== '') this.#operators.push(`[(${this.#shown})] TJ`);
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

function isNear(pen: number, place: number): boolean {
  return Math.abs(pen - place) < closest;
}

type State = keyof typeof setters;

/** The operators that set a state: colours as `#1D3F66`, widths in points. */
const setters = {
  fill: (colour: string) => `${colourOperands(colour)} rg`,
  stroke: (colour: string) => `${colourOperands(colour)} RG`,
  lineWidth: (width: number) => `${numeral(width)} w`,
  lineCap: (cap: 'butt' | 'round') => (cap === 'round' ? '1 J' : '0 J'),
};
