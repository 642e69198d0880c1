import { deflated } from '../engine/deflated.ts';
import type { WrittenFile, WrittenObject } from '../engine/objects.ts';
import { type Finding, tableParameters, tableRows } from './findings.ts';

/** Makes a file of objects. */
export function writeFile({ objects, trailer }: WrittenFile): Uint8Array {
  const file = new PdfFile();
  const next = file.addAll(objects, objects.length + 1);
  return Buffer.concat([...file.pieces, ...file.end(next, trailer)]);
}

// The second line tells programs that pass files on that this is no text.
const head = '%PDF-1.7\n%\xff\xff\xff\xff\n';

// A reader that wants one object unpacks as many as share its stream.
const objectsInStream = 200;

/**
 * A file in the making: objects are packed into compressed object streams (ISO 32000-1, 7.5.7), since a structure tree is
 * thousands of small objects, much like each other. What is a stream itself stays as it is.
 */
export class PdfFile {
  readonly pieces: Uint8Array[] = [];
  readonly #found: Map<number, Finding>;
  #length: number;

  /** A file from its start, or what follows on the first bytes of one. */
  constructor(begun?: { readonly length: number }) {
    this.#found = new Map();
    this.#length = begun?.length ?? 0;
    if (begun === undefined) this.#write(latin1(head));
  }

  get length(): number {
    return this.#length;
  }

  /** Where objects were written, by their numbers. */
  get found(): ReadonlyMap<number, Finding> {
    return this.#found;
  }

  /** Adds objects; object streams get the numbers from `next` on. Returns the first number that is free behind them. */
  addAll(objects: readonly WrittenObject[], next: number): number {
    const loose: WrittenObject[] = [];
    for (const object of objects) {
      if (object.stream) this.#add(object.number, object.body, object.stream);
      else loose.push(object);
    }
    let number = next;
    for (let at = 0; at < loose.length; at += objectsInStream, number++) {
      this.#addGroup(number, loose.slice(at, at + objectsInStream));
    }
    return number;
  }

  /** The end of a file that is whole: its table of objects, itself an object by the last number, and where that stands. */
  end(number: number, trailer: string): Uint8Array[] {
    const start = this.#length;
    this.#found.set(number, { offset: start });
    const content = deflated(tableRows(0, number, this.#found));
    return [
      latin1(tableObject(number, trailer, { size: number + 1, length: content.length })),
      content,
      tail(start),
    ];
  }

  #add(number: number, body: string, stream: Uint8Array): void {
    this.#found.set(number, { offset: this.#length });
    this.#write(latin1(`${number} 0 obj\n${body}\nstream\n`));
    this.#write(stream);
    this.#write(latin1('\nendstream\nendobj\n'));
  }

  /** Adds objects as one stream, which gets a number of its own. */
  #addGroup(number: number, objects: readonly WrittenObject[]): void {
    let index = '';
    let bodies = '';
    for (const [place, { number: inside, body }] of objects.entries()) {
      this.#found.set(inside, { stream: number, place });
      index += `${inside} ${bodies.length} `;
      bodies += `${body}\n`;
    }
    const packed = deflated(latin1(index + bodies));
    const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
    this.#add(number, `<<${entries} /Filter /FlateDecode /Length ${packed.length}>>`, packed);
  }

  #write(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.#length += piece.length;
  }
}

type TableSize = { readonly size: number; readonly length: number };

/** How the table of objects begins (ISO 32000-1, 7.5.8). */
export function tableObject(number: number, trailer: string, { size, length }: TableSize): string {
  const entries = `/Type /XRef ${tableParameters} /Size ${size} ${trailer} /Filter /FlateDecode /Length ${length}`;
  return `${number} 0 obj\n<<${entries}>>\nstream\n`;
}

/** How a file ends whose table of objects starts at an offset. */
export function tail(start: number): Buffer {
  return latin1(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
}

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
