import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { asEdition } from '../../catalogue/editions/assemble.ts';
import type { Edition, EditionContent } from '../../edition/edition.ts';
import { programVersion } from '../../version.ts';

/** An edition out of the way: its content as JSON, compressed. A product in seven languages takes some eighteen kilobytes then. */
type Packed = { readonly json: Uint8Array; readonly draft: boolean };

/** The editions that matrices are in today, by product, in little memory. One at a time is open: artifacts come product by product. */
export class PackedEditions {
  readonly #packed = new Map<string, Packed>();
  #open: Edition | undefined;

  /** Packs an edition. Only speed is asked of zlib: the bytes never leave this process. */
  put(content: EditionContent, draft: boolean): void {
    const json = deflateRawSync(JSON.stringify(content), { level: 1 });
    this.#packed.set(content.product, { json, draft });
  }

  /** The edition of a product, as this version of the program writes it. */
  get(product: string): Edition {
    if (this.#open?.product !== product) this.#open = this.#unpack(product);
    return this.#open;
  }

  #unpack(product: string): Edition {
    const { json, draft } = this.#packed.get(product)!;
    const content = JSON.parse(inflateRawSync(json).toString()) as EditionContent;
    return asEdition(content, draft, programVersion());
  }
}
