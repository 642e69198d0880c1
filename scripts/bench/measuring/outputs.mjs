import { createHash } from 'node:crypto';
import { median } from './measure.mjs';

/** What came out of a comparison: every file is read again, and is like no other of its program. */
export class Outputs {
  #read;
  #sizes = new Map();
  #seen = new Set();

  /** `read` gets program, place and bytes, and throws where the bytes do not say what they should. */
  constructor(read) {
    this.#read = read;
  }

  take = async (name, place, bytes) => {
    const hash = `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    if (this.#seen.has(hash)) throw new Error(`${name}: the same bytes came out twice`);
    this.#seen.add(hash);
    this.#sizes.set(name, [...(this.#sizes.get(name) ?? []), bytes.length]);
    await this.#read(name, place, bytes);
  };

  /** The median size of what a program wrote, in thousands of bytes. */
  kilobytes(name) {
    return (median(this.#sizes.get(name)) / 1000).toFixed(0);
  }
}
