/**
 * Keeps what took long to make, for as long as it is asked for: what was asked for since `most` other things were is
 * there still, and never more than twice `most` are. A value hangs on its key alone, so that keeping it changes nothing
 * but how long it takes to have it.
 */
export class Recent<Value extends object> {
  readonly #most: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What was kept under a key, or what `make` makes of the key now. */
  get(key: string, make: (key: string) => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const own = detached(key);
    const value = this.#old.get(key) ?? make(own);
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(own, value);
    return value;
  }
}

/** A text by itself. V8 lets a part of a text stand for its place in the whole, and a word would keep the document it was read from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
