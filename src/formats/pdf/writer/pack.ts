import { deflateSync } from 'node:zlib';

// A reader that wants one object unpacks as many as share its stream.
const objectsInStream = 200;

/** A file as pdfkit writes it: a head, objects by number, and what its trailer says. */
type Plain = { readonly head: Buffer; readonly objects: readonly Buffer[]; readonly trailer: string };

/** Where an object is found: at an offset in the file, or at a place in an object stream. */
type Finding = { readonly offset: number } | { readonly stream: number; readonly place: number };

/**
 * Packs the objects of a finished file into compressed object streams (ISO 32000-1, 7.5.7): a structure tree is
 * thousands of small objects, much like each other. What is a stream itself stays as it is.
 */
export function packObjects(file: Buffer): Uint8Array {
  const { head, objects, trailer } = readPlain(file);
  const packed = new PackedFile(head);
  const loose: number[] = [];
  for (const [i, object] of objects.entries()) {
    if (isStream(object)) packed.add(i + 1, object);
    else loose.push(i + 1);
  }
  let next = objects.length + 1;
  for (let at = 0; at < loose.length; at += objectsInStream) {
    const numbers = loose.slice(at, at + objectsInStream);
    packed.addGroup(
      next,
      numbers.map((number) => ({ number, body: bodyOf(objects[number - 1]!) })),
    );
    next++;
  }
  return packed.end(next, trailer);
}

function readPlain(file: Buffer): Plain {
  const tail = file.subarray(-64).toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(tail)![1]);
  const [rows, trailer] = file.subarray(table).toString('latin1').split('trailer\n') as [string, string];
  const offsets = [...rows.matchAll(/^(\d{10}) 00000 n/gmu)].map(([, offset]) => Number(offset));
  const ends = [...offsets, table].sort((a, b) => a - b);
  const endAfter = new Map(ends.map((end, i) => [end, ends[i + 1]!]));
  return {
    head: file.subarray(0, ends[0]),
    objects: offsets.map((offset) => file.subarray(offset, endAfter.get(offset))),
    trailer: trailer.slice(trailer.indexOf('<<') + 2, trailer.indexOf('>>\nstartxref')),
  };
}

function isStream(object: Buffer): boolean {
  return object.includes('>>\nstream\n');
}

/** An object without its number and its end. */
function bodyOf(object: Buffer): Buffer {
  return object.subarray(object.indexOf('obj\n') + 4, object.lastIndexOf('\nendobj'));
}

type Loose = { readonly number: number; readonly body: Buffer };

class PackedFile {
  readonly #pieces: Buffer[] = [];
  readonly #found = new Map<number, Finding>();
  #length = 0;

  constructor(head: Buffer) {
    this.#write(head);
  }

  /** Adds an object as it stands. */
  add(number: number, object: Buffer): void {
    this.#found.set(number, { offset: this.#length });
    this.#write(object);
  }

  /** Adds objects as one stream, which gets a number of its own. */
  addGroup(number: number, objects: readonly Loose[]): void {
    let offset = 0;
    const places = objects.map(({ number: inside, body }, place) => {
      this.#found.set(inside, { stream: number, place });
      const at = `${inside} ${offset}`;
      offset += body.length + 1;
      return at;
    });
    const index = Buffer.from(`${places.join(' ')}\n`, 'latin1');
    const bodies = objects.flatMap(({ body }) => [body, Buffer.from('\n')]);
    const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
    this.add(number, streamObject(number, entries, Buffer.concat([index, ...bodies])));
  }

  /** Ends the file with its table of objects, itself an object by the last number (ISO 32000-1, 7.5.8). */
  end(number: number, trailer: string): Uint8Array {
    const start = this.#length;
    this.#found.set(number, { offset: start });
    const numbers = Array.from({ length: number }, (_, i) => i + 1);
    const rows = [noObject, ...numbers.map((i) => rowOf(this.#found.get(i)!))];
    const size = trailer.replace(/\/Size \d+/u, `/Size ${rows.length}`);
    const entries = `/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns ${rowLength}>> ${size}`;
    this.#write(streamObject(number, entries, Buffer.concat(differences(rows))));
    this.#write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.#pieces);
  }

  #write(piece: Buffer): void {
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

function streamObject(number: number, entries: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const head = `${number} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}
