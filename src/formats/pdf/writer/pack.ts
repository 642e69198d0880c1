import { deflateSync } from 'node:zlib';
import type { WrittenFile, WrittenObject } from '../engine/objects.ts';

// A reader that wants one object unpacks as many as share its stream.
const objectsInStream = 200;

/** Where an object is found: at an offset in the file, or at a place in an object stream. */
type Finding = { readonly offset: number } | { readonly stream: number; readonly place: number };

/**
 * Makes a file of objects, packed into compressed object streams (ISO 32000-1, 7.5.7): a structure tree is
 * thousands of small objects, much like each other. What is a stream itself stays as it is.
 */
export function packObjects({ objects, trailer }: WrittenFile): Uint8Array {
  const packed = new PackedFile();
  const loose: WrittenObject[] = [];
  for (const object of objects) {
    if (object.stream) packed.add(object.number, object.body, object.stream);
    else loose.push(object);
  }
  let next = objects.length + 1;
  for (let at = 0; at < loose.length; at += objectsInStream) {
    packed.addGroup(next, loose.slice(at, at + objectsInStream));
    next++;
  }
  return packed.end(next, trailer);
}

// The second line tells programs that pass files on that this is no text.
const head = '%PDF-1.7\n%\xff\xff\xff\xff\n';

class PackedFile {
  readonly #pieces: Uint8Array[] = [];
  readonly #found = new Map<number, Finding>();
  #length = 0;

  constructor() {
    this.#write(latin1(head));
  }

  /** Adds an object that is a stream, `body` being its dictionary. */
  add(number: number, body: string, stream: Uint8Array): void {
    this.#found.set(number, { offset: this.#length });
    this.#write(latin1(`${number} 0 obj\n${body}\nstream\n`));
    this.#write(stream);
    this.#write(latin1('\nendstream\nendobj\n'));
  }

  /** Adds objects as one stream, which gets a number of its own. */
  addGroup(number: number, objects: readonly WrittenObject[]): void {
    let offset = 0;
    const places = objects.map(({ number: inside, body }, place) => {
      this.#found.set(inside, { stream: number, place });
      const at = `${inside} ${offset}`;
      offset += body.length + 1;
      return at;
    });
    const index = `${places.join(' ')}\n`;
    const bodies = objects.map(({ body }) => `${body}\n`).join('');
    const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
    this.#addPacked(number, entries, latin1(index + bodies));
  }

  /** Ends the file with its table of objects, itself an object by the last number (ISO 32000-1, 7.5.8). */
  end(number: number, trailer: string): Uint8Array {
    const start = this.#length;
    this.#found.set(number, { offset: start });
    const numbers = Array.from({ length: number }, (_, i) => i + 1);
    const rows = [noObject, ...numbers.map((i) => rowOf(this.#found.get(i)!))];
    const parameters = `/W [1 4 2] /DecodeParms <</Predictor 12 /Columns ${rowLength}>>`;
    const entries = `/Type /XRef ${parameters} /Size ${rows.length} ${trailer}`;
    this.#addPacked(number, entries, Buffer.concat(differences(rows)));
    this.#write(latin1(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#pieces);
  }

  #addPacked(number: number, entries: string, content: Uint8Array): void {
    const packed = deflateSync(content);
    this.add(number, `<<${entries} /Filter /FlateDecode /Length ${packed.length}>>`, packed);
  }

  #write(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}

// One byte for the kind of a finding, four for its offset or stream, two for its place.
const rowLength = 7;
const noObject = Buffer.from([0, 0, 0, 0, 0, 0xff, 0xff]);

function rowOf(finding: Finding): Buffer {
  const isPacked = 'stream' in finding;
  const row = Buffer.alloc(rowLength);
  row.writeUInt8(isPacked ? 2 : 1, 0);
  row.writeUInt32BE(isPacked ? finding.stream : finding.offset, 1);
  row.writeUInt16BE(isPacked ? finding.place : 0, 5);
  return row;
}

// Of the predictors of PNG, the one that takes each byte from the byte above it.
const up = 2;

/** Rows as what changes from each to the next: hardly anything, which packs well. */
function differences(rows: readonly Buffer[]): Buffer[] {
  return rows.map((row, i) => Buffer.from([up, ...row.map((byte, at) => byte - (rows[i - 1]?.[at] ?? 0))]));
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
