import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './measure.mjs';

/** What came out of a comparison: every file is written, is read again, and is like no other. */
export class Outputs {
  #folder;
  #extension;
  #read;
  #sizes = new Map();
  #seen = new Set();

  /** `read` gets program, task and bytes, and throws where the bytes do not say what they should. */
  constructor(folder, extension, read) {
    this.#folder = folder;
    this.#extension = extension;
    this.#read = read;
  }

  async take(name, task, bytes) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (this.#seen.has(hash)) throw new Error(`${name}: the same bytes came out of two tasks`);
    this.#seen.add(hash);
    writeFileSync(join(this.#folder, `${hash}.${this.#extension}`), bytes);
    this.#sizes.set(name, [...(this.#sizes.get(name) ?? []), bytes.length]);
    await this.#read(name, task, bytes);
  }

  /** The median size of what a program wrote, in thousands of bytes. */
  kilobytes(name) {
    return (median(this.#sizes.get(name)) / 1000).toFixed(0);
  }
}
