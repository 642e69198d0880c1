import { ownText } from '../tables/own-text.ts';

/** Texts as a model keeps them: each by itself, and equal ones once. What a matrix says stands in every file of its translations. */
export class KeptTexts {
  readonly #known = new Map<string, string>();

  keep(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    this.#known.set(own, own);
    return own;
  }
}
