import { escapeText } from './text.ts';
import { declaration, escapeContent, spreadsheet } from './xml.ts';

/** The texts of one workbook, each written once: cells cite them by number, from 0. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(text: string): number {
    this.#uses++;
    const written = escapeText(text);
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    this.#numbers.set(written, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The part of the strings (ECMA-376, CT_Sst). */
  toXml(): string {
    let xml = `${declaration}<sst xmlns="${spreadsheet}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) xml += `<si>${writeText(text)}</si>`;
    return `${xml}</sst>`;
  }
}

/** Space at the ends and line breaks would be lost unless a reader is told to keep them. */
function writeText(text: string): string {
  const preserve = /^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${preserve}>${escapeContent(text)}</t>`;
}
