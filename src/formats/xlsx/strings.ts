import { escapeText } from './text.ts';
import { declaration, escapeContent, spreadsheet } from './xml.ts';

/** How the cells of a sheet say their texts: the rest of a cell's tag after its style, and what stands in it. */
export type CellTexts = { readonly cellOf: (text: string) => string };

/** Each cell holds its text itself, so that no other part of the workbook does. */
export const inlineStrings: CellTexts = {
  cellOf: (text) => ` t="inlineStr"><is>${writeText(escapeText(text))}</is></c>`,
};

/** The texts of one workbook, each written once: cells cite them by number, from 0. */
export class SharedStrings implements CellTexts {
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

  cellOf(text: string): string {
    return ` t="s"><v>${this.numberOf(text)}</v></c>`;
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
