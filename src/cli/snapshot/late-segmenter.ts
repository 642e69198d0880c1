/**
 * V8 cannot put a segmenter into a snapshot, and packages of yargs each make one as they are loaded. This one is made when a
 * text is first given to it, and stands in while the snapshot is built.
 */
const Real = Intl.Segmenter;
const made = new Set<LateSegmenter>();

class LateSegmenter {
  readonly #options: ConstructorParameters<typeof Intl.Segmenter>;
  #real: Intl.Segmenter | undefined;

  constructor(...options: ConstructorParameters<typeof Intl.Segmenter>) {
    this.#options = options;
    made.add(this);
  }

  segment(text: string): Intl.Segments {
    this.#real ??= new Real(...this.#options);
    return this.#real.segment(text);
  }

  forget(): void {
    this.#real = undefined;
  }
}

Object.assign(Intl, { Segmenter: LateSegmenter });

/** Ends the standing in: who has a late one keeps it, as it was when it was made. */
export function restoreSegmenter(): void {
  for (const late of made) late.forget();
  made.clear();
  Object.assign(Intl, { Segmenter: Real });
}
