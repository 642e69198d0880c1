import type { Definition, StandIn } from '../definition.ts';
import { deflating } from './deflating.ts';
import { embedPng } from './embed-png.ts';
import { type DocumentFont, openFont } from './fonts.ts';
import { accessibilityClaim, escapeXml } from './metadata.ts';
import { ObjectLines, ObjectReference, type WrittenFile, type WrittenObject } from './objects.ts';
import { PDFDocument, type PdfObject } from './pdfmake.ts';
import type { FontkitFont } from './shaping.ts';

/** How a file says which colours it means, as pdfkit wrote it in the first one: the profile, and what refers to it. */
let meantColours: { readonly profile: WrittenObject; readonly intent: WrittenObject } | undefined;

/** The PDF under the pages. Nothing is read from disk or fetched, and no clock is looked at. */
export class AnnexPdf extends PDFDocument {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #standIns: ReadonlyMap<string, StandIn>;
  readonly #fonts = new Map<string, DocumentFont>();
  /** What writes the fonts of this document into it, at the end. */
  readonly #writeFonts: (() => void)[] = [];
  readonly #images: ReadonlyMap<string, Uint8Array>;
  readonly #lines = new ObjectLines();

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
    // pdfkit would read the same profile from disk for every file, to have it deflated again.
    const writeAnew = this._addColorOutputIntent.bind(this);
    this._addColorOutputIntent = () => this.#meanColours(writeAnew);
    this.#files = fonts;
    this.#standIns = standIns;
    this.#images = images;
  }

  override provideFont(name: string): DocumentFont {
    const known = this.#fonts.get(name);
    if (known) return known;
    const standIn = this.#standIns.get(name);
    const font = standIn
      ? this.provideFont(standIn.font).among(this.provideFont(standIn.among))
      : this.openFont(name);
    this.#fonts.set(name, font);
    return font;
  }

  /** A font of the definition as this document holds it. */
  protected openFont(name: string): DocumentFont {
    const bytes = this.#files.get(name);
    if (bytes === undefined) throw new Error(`The definition names a font that it does not bring: ${name}.`);
    const id = `F${this.#writeFonts.length + 1}`;
    const { font, write } = openFont(this, { name, bytes }, id, parseFont);
    this.#writeFonts.push(write);
    return font;
  }

  override ref(data: object): PdfObject {
    return deflating(super.ref(data));
  }

  /** Takes what pdfkit writes, but for the head of the file, which it writes before there is a document. */
  override _write(line: string | Uint8Array): void {
    if (#lines in this) this.#lines.take(line);
  }

  /** pdfkit would write its table of objects here, but for these another kind of table is needed. */
  override _finalize(): void {}

  /** The fonts that something is set in, by name. */
  get openedFonts(): ReadonlyMap<string, DocumentFont> {
    return new Map(
      [...this.#fonts].filter(([name, { embedded }]) => this.#files.has(name) && embedded.isUsed),
    );
  }

  /** How many numbers are given to objects. */
  get size(): number {
    return this._offsets.length;
  }

  /** Gives the next object the number behind this one: what lies between is for objects that another document writes. */
  skipTo(number: number): void {
    while (this._offsets.length < number) this._offsets.push(null);
  }

  /** A number for an object that is written by `write`. */
  reserve(): ObjectReference {
    return new ObjectReference(this._offsets.push(null));
  }

  /** Writes an object as its body stands, past all that pdfkit does to make bodies of values. */
  write({ number }: ObjectReference, body: string, stream?: Uint8Array): void {
    this.#lines.objects.push({ number, body, stream });
  }

  /** Ends the file: nothing can be written any more. */
  finish(): WrittenFile {
    for (const write of this.#writeFonts) write();
    this.end();
    const id = `<${this._id.toString('hex')}>`;
    return {
      objects: this.#lines.objects.sort((a, b) => a.number - b.number),
      trailer: `/Root ${this._root} /Info ${this._info} /ID [${id} ${id}]`,
    };
  }

  /** Says which colours the file means, in the objects that pdfkit wrote for the first file of the process. */
  #meanColours(writeAnew: () => void): void {
    if (meantColours === undefined) {
      writeAnew();
      const [profile, intent] = this.#lines.objects.slice(-2);
      meantColours = { profile: profile!, intent: intent! };
      return;
    }
    const { profile, intent } = meantColours;
    const [profileObject, intentObject] = [this.reserve(), this.reserve()];
    this.write(profileObject, profile.body, profile.stream);
    this.write(intentObject, intent.body.replace(`${profile.number} 0 R`, String(profileObject)));
    this._root.data.OutputIntents = [intentObject];
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

/** Parses a font through a document that is thrown away: pdfkit offers no other way to its parser of fonts. */
function parseFont(bytes: Uint8Array): FontkitFont {
  return new PDFDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, null, () => false).font(bytes)
    ._font.font;
}
