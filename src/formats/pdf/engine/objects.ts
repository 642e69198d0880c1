/** An object of a PDF as it stands in the file, without its number: `<</Type /Page ...>>`. In Latin-1. */
export type WrittenObject = {
  readonly number: number;
  readonly body: string;
  /** What follows the body where the object is a stream. */
  readonly stream: Uint8Array | undefined;
};

/** The objects of a file in the order of their numbers, and what its trailer says of them. */
export type WrittenFile = { readonly objects: readonly WrittenObject[]; readonly trailer: string };

/** Takes the lines that pdfkit writes apart into objects, before they become one string of bytes. */
export class ObjectLines {
  readonly objects: WrittenObject[] = [];
  #number: number | undefined;
  #body = '';
  #stream: Uint8Array | undefined;

  /** Takes what pdfkit writes in one call: `7 0 obj`, then a body, `stream`, bytes, `endstream`, then `endobj`. */
  take(line: string | Uint8Array): void {
    if (typeof line !== 'string') this.#stream = line;
    else if (this.#number === undefined) this.#number = Number.parseInt(line, 10);
    else if (line === 'endobj') this.#end(this.#number);
    else if (this.#body === '') this.#body = line;
  }

  #end(number: number): void {
    this.objects.push({ number, body: this.#body, stream: this.#stream });
    this.#number = undefined;
    this.#body = '';
    this.#stream = undefined;
  }
}

/** What refers to an object. pdfkit writes it as it writes anything that it does not know: by `toString`. */
export class ObjectReference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }

  get [Symbol.toStringTag](): string {
    return 'ObjectReference';
  }

  toString(): string {
    return `${this.number} 0 R`;
  }
}
