import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/model.ts';
import { type Diagnostic, distinct } from '../../diagnostics/diagnostic.ts';
import { namesIn } from '../../pipeline.ts';
import { asked, everything, type Request } from '../../plan/plan.ts';
import { checkRequest } from '../../plan/request.ts';
import type { PreviewSource, Shown, Wanted } from '../../preview/source.ts';
import { tell } from '../../preview/tell.ts';
import type { Told } from '../../preview/told.ts';
import type { KeptWorkspace } from '../../workspace/kept.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import { type Opened, openSources } from '../opening/open.ts';
import { type MadeShown, makeShown } from './shown.ts';
import { canChange } from './touched.ts';

/** How many documents are kept as they were made last: more than anybody looks at in turn. */
const mostKept = 64;

/** What is made before anybody asks. */
const ahead = ['pdf', 'html', 'sheets'] as const;
const mostAhead = 30;

/** A document, as it was made last. */
type Entry = {
  readonly wanted: Wanted;
  /** Counts the changes that may have touched it. */
  state: number;
  shown?: MadeShown;
  /** Whether `shown` is what the sources as they are now make. */
  current: boolean;
  /** Findings that only making it brought out. */
  found: readonly Diagnostic[];
  making?: Promise<void>;
};

/**
 * A workspace that stays open: read again as its files change, its documents made when somebody looks at them and what
 * they are made from has changed. Where errors keep a document from being made, it is shown as it was last.
 */
export class LiveWorkspace implements PreviewSource {
  private readonly workspace: KeptWorkspace;
  private readonly request: Request;
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private opened: Opened;
  private fault: string | undefined;
  private news: Told;

  /** Throws WorkspaceFault where the workspace cannot be read, UnknownName where the request names what is not there. */
  constructor(workspace: KeptWorkspace, request: Request = everything) {
    this.workspace = workspace;
    this.request = request;
    this.opened = openSources(workspace);
    if (this.opened.catalogue !== undefined)
      checkRequest(request, namesIn(this.opened, this.opened.catalogue));
    this.news = this.tell(0, []);
  }

  told(): Told {
    return this.news;
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Files have changed: reads the workspace again and tells everybody. */
  change(paths: readonly string[]): void {
    this.workspace.forget(paths);
    for (const entry of this.entries.values()) {
      if (paths.some((path) => canChange(path, entry.wanted, this.opened.catalogue))) outdate(entry);
    }
    this.fault = this.readAgain();
    this.say(this.tell(this.news.revision + 1, this.news.products));
  }

  /** Why the workspace cannot be read this time; what was read before then stays. */
  private readAgain(): string | undefined {
    const before = this.opened.catalogue;
    try {
      this.opened = openSources(this.workspace);
    } catch (thrown) {
      if (thrown instanceof WorkspaceFault) return thrown.message;
      throw thrown;
    }
    this.outdateDrafts(before);
    return undefined;
  }

  /** A text of one language may be what a release promised: a change of it makes drafts of all documents of its product. */
  private outdateDrafts(before: Catalogue | undefined): void {
    const isDraft = (catalogue: Catalogue | undefined, id: string) =>
      catalogue?.products.find((product) => product.id === id)?.draft;
    for (const entry of this.entries.values()) {
      const { product } = entry.wanted;
      if (isDraft(before, product) !== isDraft(this.opened.catalogue, product)) outdate(entry);
    }
  }

  /**
   * Makes what may be looked at first, while nobody has asked for anything else: it is there when it is asked for, and a
   * program that has made a dozen documents makes the next one several times as fast as its first.
   */
  async makeAhead(signal: AbortSignal): Promise<void> {
    const likely = this.news.products.flatMap(({ id, languages }) =>
      languages.flatMap((language) => ahead.map((form) => ({ product: id, language, form }))),
    );
    for (const wanted of likely.slice(0, mostAhead)) {
      await this.show(wanted);
      await setImmediate();
      if (signal.aborted || this.news.revision > 0) return;
    }
  }

  async show(wanted: Wanted): Promise<Shown | undefined> {
    const entry = this.entryOf(wanted);
    if (!entry.current) {
      entry.making ??= this.make(entry);
      await entry.making;
    }
    return entry.shown && { made: entry.shown.made, kept: !entry.current };
  }

  /** What is outdated while it is being made is kept as the last that was made, and is not current. */
  private async make(entry: Entry): Promise<void> {
    const { state } = entry;
    const { shown, found } = await makeShown(this.opened, entry.wanted, entry.shown);
    if (shown !== undefined) entry.shown = shown;
    if (entry.state !== state) return;
    entry.current = shown !== undefined;
    delete entry.making;
    const isNews = JSON.stringify(entry.found) !== JSON.stringify(found);
    entry.found = found;
    if (isNews) this.say(this.tell(this.news.revision, this.news.products));
  }

  private entryOf(wanted: Wanted): Entry {
    const key = JSON.stringify([wanted.product, wanted.language, wanted.form]);
    const entry = this.entries.get(key) ?? { wanted, state: 0, current: false, found: [] };
    // The one that was looked at last stands last, the first is the first to go.
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > mostKept && oldest !== undefined) this.entries.delete(oldest);
    return entry;
  }

  private tell(revision: number, before: Told['products']): Told {
    const { catalogue, diagnostics, locate } = this.opened;
    const found = distinct([...diagnostics, ...[...this.entries.values()].flatMap((entry) => entry.found)]);
    const products =
      catalogue?.products.map(({ id, name, edition, draft, languages }) => ({
        id,
        name: name.source,
        edition,
        draft,
        languages: languages.filter((language) => asked(this.request.languages, language)),
      })) ?? before;
    return tell({
      revision,
      workspace: this.workspace.name,
      products: products.filter(({ id }) => asked(this.request.products, id)),
      findings: locate(found),
      ...(this.fault !== undefined && { fault: this.fault }),
    });
  }

  private say(told: Told): void {
    this.news = told;
    for (const listener of this.listeners) listener();
  }
}

/** Whatever is being made of it is of before from now on. */
function outdate(entry: Entry): void {
  entry.state += 1;
  entry.current = false;
  entry.found = [];
  delete entry.making;
}
