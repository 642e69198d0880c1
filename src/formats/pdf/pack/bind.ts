import type { AnnexDocument } from '../../../document/tree.ts';
import type { DocumentFont } from '../engine/fonts.ts';
import { latin1, PdfFile, tableObject, tail } from '../writer/file.ts';
import { type Finding, tableRows } from '../writer/findings.ts';
import type { CoverPlace, WrittenBody } from './body.ts';
import { type CoverRefused, type WrittenCover, writeCover } from './cover.ts';
import { joinStretches, packStretch, type Stretch } from './table.ts';

/** A pack as a PDF. */
export type BoundPdf = {
  /** The bytes in two pieces: the body, the same object for all that share it, then the cover and the table of objects. */
  readonly pieces: readonly [Uint8Array, Uint8Array];
  /** The lines of text that were painted on the cover. */
  readonly painted: readonly string[];
  /** The fonts of the body, which know what glyphs say. */
  readonly fonts: ReadonlyMap<string, DocumentFont>;
};

/**
 * The file of a body, waiting for covers: its bytes, and nothing else of it. All its bytes stand in front and never change. A cover's objects follow, under
 * numbers that were left free for them, and then one table of all: what the body adds to that is compressed already.
 */
export class BoundFile {
  readonly #place: CoverPlace;
  readonly #head: Uint8Array;
  readonly #size: number;
  /** The last object before those of a cover. */
  readonly #lastBefore: readonly [number, Finding];
  readonly #tableBefore: Stretch;
  readonly #tableBehind: Stretch;

  constructor({ file: { objects }, place }: WrittenBody) {
    this.#place = place;
    const file = new PdfFile();
    this.#size = file.addAll(objects, objects.at(-1)!.number + 1);
    this.#head = Buffer.concat(file.pieces);
    const { after, before } = place.coverNumbers;
    this.#lastBefore = [after, file.found.get(after)!];
    this.#tableBefore = packStretch(tableRows(0, after, file.found));
    // The last number of the cover is never used, so that these rows follow on a free one.
    this.#tableBehind = packStretch(tableRows(before, this.#size - 1, file.found), true);
  }

  /** Throws NotBorrowed where the cover wants a letter that the fonts of the body do not have. */
  bind(cover: AnnexDocument): BoundPdf | CoverRefused {
    const written = writeCover(this.#place, cover);
    return 'refused' in written ? written : this.#append(written);
  }

  #append({ file: { objects, trailer }, painted }: WrittenCover): BoundPdf {
    const file = new PdfFile(this.#head);
    const number = file.addAll(objects, Math.max(...objects.map((object) => object.number)) + 1);
    const start = file.length;
    const table = this.#table(new Map([this.#lastBefore, ...file.found, [number, { offset: start }]]));
    const object = tableObject(number, trailer, { size: this.#size, length: table.length });
    const pieces = [...file.pieces, latin1(object), table, tail(start)];
    return { pieces: [this.#head, Buffer.concat(pieces)], painted, fonts: this.#place.fonts };
  }

  #table(found: ReadonlyMap<number, Finding>): Uint8Array {
    const { after, before } = this.#place.coverNumbers;
    const own = packStretch(tableRows(after + 1, before - 1, found));
    return joinStretches([this.#tableBefore, own, this.#tableBehind]);
  }
}
