import { element } from './element.ts';

/**
 * A web page in a frame that can run nothing. A newer page is loaded behind the one that is seen and takes its place when
 * it is there, scrolled to where its reader was.
 */
export class Frame {
  readonly box: HTMLElement = element('div', { class: 'frames' });
  private readonly title: string;
  private shown: HTMLIFrameElement | undefined;

  /** @param title what a screen reader calls it */
  constructor(title: string) {
    this.title = title;
  }

  /** Shows what is at an address; resolves when it is there. */
  async show(address: string, signal: AbortSignal): Promise<void> {
    const coming = element('iframe', {
      src: address,
      title: this.title,
      sandbox: 'allow-same-origin',
      class: 'coming',
    });
    this.box.append(coming);
    await new Promise((resolve) => coming.addEventListener('load', resolve, { once: true }));
    if (signal.aborted) return coming.remove();
    const before = this.shown?.contentWindow;
    coming.contentWindow?.scrollTo(before?.scrollX ?? 0, before?.scrollY ?? 0);
    keepSidewaysScroll(this.shown?.contentDocument, coming.contentDocument);
    coming.classList.remove('coming');
    this.shown?.remove();
    this.shown = coming;
  }
}

/** Tables that are wider than the frame scroll by themselves. */
function keepSidewaysScroll(before: Document | null | undefined, now: Document | null): void {
  const scrolled = [...(before?.querySelectorAll('.grid') ?? [])];
  now?.querySelectorAll('.grid').forEach((grid, i) => {
    grid.scrollLeft = scrolled[i]?.scrollLeft ?? 0;
  });
}
