import { addressOf, type Choice, documentAt } from './choice.ts';
import { byId, element } from './element.ts';
import { Frame } from './frame.ts';
import { nameOfLanguage } from './languages.ts';
import { Pages } from './pages.ts';

/** How what is shown stands to the sources as they are. */
export type Standing = 'current' | 'kept' | 'none';

type Screen = { readonly key: string; readonly at: string; readonly surface: Pages | Frame; tag: string };

/** Where the document is shown. A document that was made again and came out the same is not drawn again. */
export class Stage {
  private readonly box = byId('stage');
  private screen: Screen | undefined;
  private asking = new AbortController();

  /** Shows a document as it is now; what was asked for before and has not come yet is forgotten. */
  async show(choice: Choice): Promise<Standing | undefined> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const screen = this.screenFor(choice);
    try {
      const answer = await fetch(screen.at, {
        headers: { 'If-None-Match': screen.tag },
        cache: 'no-store',
        signal,
      });
      if (answer.status === 404) return this.clear();
      if (answer.status === 500) throw new Error(await answer.text());
      if (answer.status !== 304) await this.draw(screen, answer, signal);
      return signal.aborted ? undefined : standingOf(answer);
    } catch (thrown) {
      if (signal.aborted) return undefined;
      throw thrown;
    }
  }

  private async draw(screen: Screen, answer: Response, signal: AbortSignal): Promise<void> {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (screen.surface instanceof Pages) await screen.surface.show(bytes, signal);
    else await screen.surface.show(screen.at, signal);
    if (!signal.aborted) screen.tag = answer.headers.get('ETag') ?? '';
  }

  /** The same surface for the same document, so that it stays where its reader has scrolled it. */
  private screenFor(choice: Choice): Screen {
    const key = addressOf(choice);
    if (this.screen?.key === key) return this.screen;
    this.clear();
    const { view, language } = choice;
    const surface =
      view.form === 'pdf' ? new Pages() : new Frame(`${view.name}, ${nameOfLanguage(language)}`);
    this.screen = { key, at: documentAt(choice, view.form), surface, tag: '' };
    this.box.replaceChildren(surface.box);
    return this.screen;
  }

  private clear(): Standing {
    if (this.screen?.surface instanceof Pages) this.screen.surface.close();
    this.screen = undefined;
    this.box.replaceChildren(
      element('p', { class: 'nothing' }, 'This document could not be made yet: see the findings.'),
    );
    return 'none';
  }
}

function standingOf(answer: Response): Standing {
  return answer.headers.get('Annex-State') === 'kept' ? 'kept' : 'current';
}
