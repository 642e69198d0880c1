import type { Definition, StandIn } from '../definition.ts';
import { embedPng } from './embed-png.ts';
import { type EmbeddedFont, embedFont, standInFor } from './fonts.ts';
import { accessibilityClaim, escapeXml } from './metadata.ts';
import { PDFDocument } from './pdfmake.ts';

/** The PDF under the pages. Nothing is read from disk or fetched, and no clock is looked at. */
export class AnnexPdf extends PDFDocument {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #standIns: ReadonlyMap<string, StandIn>;
  readonly #embedded = new Map<string, EmbeddedFont>();
  readonly #images: ReadonlyMap<string, Uint8Array>;

  constructor({ information, language, fonts, standIns, images }: Definition) {
    const options = {
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      compress: true,
      subset: 'PDF/A-3a',
      autoFirstPage: false,
      font: null,
      info: {
        Title: information.title,
        Subject: information.subject,
        Author: information.author,
        Keywords: information.keywords,
        Creator: 'Annexpress',
        Producer: 'Annexpress',
        CreationDate: information.date,
      },
    };
    super(Object.fromEntries(fonts), {}, {}, {}, options, null, () => false);
    this.appendXML(accessibilityClaim);
    this.#files = fonts;
    this.#standIns = standIns;
    this.#images = images;
  }

  override provideFont(name: string): EmbeddedFont {
    const known = this.#embedded.get(name);
    if (known) return known;
    const standIn = this.#standIns.get(name);
    const font = standIn
      ? standInFor(this.provideFont(standIn.font), this.provideFont(standIn.among))
      : this.#embed(name);
    this.#embedded.set(name, font);
    return font;
  }

  #embed(name: string): EmbeddedFont {
    const bytes = this.#files.get(name);
    if (bytes === undefined) throw new Error(`The definition names a font that it does not bring: ${name}.`);
    const id = `F${++this._fontCount}`;
    const font = embedFont(this, name, id, () => parseFont(bytes));
    this._fontFamilies[name] = font;
    return font;
  }

  override provideImage(name: string): unknown {
    const bytes = this.#images.get(name);
    if (bytes === undefined)
      throw new Error(`The definition names a picture that it does not bring: ${name}.`);
    this._imageRegistry[name] ??= embedPng(this, bytes, `I${Object.keys(this._imageRegistry).length + 1}`);
    return this._imageRegistry[name];
  }

  /** pdfkit writes the information into XMP as it stands; a `&` in a title would break the XML. */
  override _addInfo(): void {
    const plain = this.info;
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    super._addInfo();
    this.info = plain;
  }
}

/** Parses a font through a document that is thrown away: pdfkit offers no other way to its kind of font. */
function parseFont(bytes: Uint8Array): EmbeddedFont {
  return new PDFDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, null, () => false).font(bytes)
    ._font;
}
