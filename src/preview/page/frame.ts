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
    const [before, now] = [this.shown?.contentDocument?.defaultView, coming.contentDocument?.defaultView];
    now?.scrollTo(before?.scrollX ?? 0, before?.scrollY ?? 0);
    keepSidewaysScroll(before?.document, now?.document);
    now?.document.addEventListener('click', openOutside);
    coming.classList.remove('coming');
    this.shown?.remove();
    this.shown = coming;
  }
}

/** A link of the document that leads elsewhere opens a page of its own: the frame is for the document alone. */
function openOutside(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  const leads = link?.getAttribute('href') ?? '#';
  if (leads.startsWith('#')) return;
  event.preventDefault();
  window.open(leads, '_blank', 'noopener');
}

/** Tables that are wider than the frame scroll by themselves. */
function keepSidewaysScroll(before: Document | undefined, now: Document | undefined): void {
  const scrolled = [...(before?.querySelectorAll('.grid') ?? [])];
  now?.querySelectorAll('.grid').forEach((grid, i) => {
    grid.scrollLeft = scrolled[i]?.scrollLeft ?? 0;
  });
}
