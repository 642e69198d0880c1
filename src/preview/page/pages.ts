import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { element } from './element.ts';

/** A page of the document on the screen. */
type Sheet = { readonly box: HTMLElement; page: PDFPageProxy; isNear: boolean; drawn: string };

/** A window's height above and below what can be seen, whether the page scrolls or the stage in it. */
const nearby = { rootMargin: '100% 0px', scrollMargin: '100% 0px' };

/** pdf.js, as the server hands it out. */
const pdfjs = () => import('/page/pdfjs.mjs' as string) as Promise<typeof import('unpdf/pdfjs')>;

/**
 * The pages of a PDF, drawn when they come near the window. A newer PDF takes the place of the one before page by page,
 * what is in sight first, so that nothing moves and nothing flickers.
 */
export class Pages {
  readonly box: HTMLElement = element('div', { class: 'pages' });
  private readonly near: IntersectionObserver;
  private readonly resized: ResizeObserver;
  private readonly sheets: Sheet[] = [];
  private shown: PDFDocumentProxy | undefined;

  constructor() {
    this.near = new IntersectionObserver((entries) => this.approach(entries), nearby);
    this.resized = new ResizeObserver(() => void this.drawNear());
    this.resized.observe(this.box);
  }

  /** Shows a PDF; resolves when all of it that can be seen is drawn. */
  async show(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { getDocument } = await pdfjs();
    const opened = await getDocument({ data: bytes, isEvalSupported: false, enableXfa: false }).promise;
    const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, i) => opened.getPage(i + 1)));
    if (signal.aborted) return void opened.destroy();
    const before = this.shown;
    this.shown = opened;
    for (const [i, page] of pages.entries()) this.place(page, i);
    for (const sheet of this.sheets.splice(pages.length)) this.near.unobserve(this.remove(sheet));
    await this.drawNear();
    await before?.destroy();
  }

  close(): void {
    this.near.disconnect();
    this.resized.disconnect();
    void this.shown?.destroy();
  }

  private place(page: PDFPageProxy, index: number): void {
    const { width, height } = page.getViewport({ scale: 1 });
    const sheet = this.sheets[index] ?? this.add(page);
    sheet.page = page;
    sheet.drawn = '';
    sheet.box.style.aspectRatio = `${width} / ${height}`;
    sheet.box.setAttribute('aria-label', `Page ${index + 1} of ${this.shown!.numPages}`);
  }

  private add(page: PDFPageProxy): Sheet {
    const box = element('div', { class: 'page', role: 'img' });
    const sheet = { box, page, isNear: this.sheets.length === 0, drawn: '' };
    this.sheets.push(sheet);
    this.box.append(box);
    this.near.observe(box);
    return sheet;
  }

  private remove({ box }: Sheet): HTMLElement {
    box.remove();
    return box;
  }

  private approach(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.sheets.find(({ box }) => box === target);
      if (sheet !== undefined) sheet.isNear = isIntersecting;
    }
    void this.drawNear();
  }

  /** Resolves when what can be seen is drawn; what is only near follows. */
  private async drawNear(): Promise<void> {
    const near = this.sheets.filter(({ isNear }) => isNear);
    await Promise.all(near.filter(({ box }) => isInSight(box)).map(draw));
    void Promise.all(near.map(draw));
  }
}

function isInSight(box: HTMLElement): boolean {
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Draws a page as fine as the screen is, unless it is drawn so already. */
async function draw(sheet: Sheet): Promise<void> {
  const { box, page } = sheet;
  const scale = (box.clientWidth * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width;
  const wanted = String(scale);
  if (scale === 0 || sheet.drawn === wanted) return;
  sheet.drawn = wanted;
  const viewport = page.getViewport({ scale });
  const canvas = element('canvas', {
    width: `${Math.round(viewport.width)}`,
    height: `${Math.round(viewport.height)}`,
  });
  const canvasContext = canvas.getContext('2d', { alpha: false })!;
  try {
    await page.render({ canvas, canvasContext, viewport }).promise;
  } catch (thrown) {
    // A newer document took the place of this one while it was being drawn.
    if (sheet.page === page) throw thrown;
  }
  if (sheet.page === page && sheet.drawn === wanted) box.replaceChildren(canvas);
}
