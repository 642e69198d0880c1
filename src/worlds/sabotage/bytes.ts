import { zip } from '../../archive/zip.ts';
import { unzip } from '../../formats/xlsx/unzip.ts';
import type { Random } from './random.ts';

/** Ways to damage a file without knowing what it says. */
export const byteDamages: Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>> = {
  'with a flipped bit': flipBit,
  'cut off': (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  emptied: () => new Uint8Array(),
  'with a byte more': (bytes) => Uint8Array.from([...bytes, 0x0a]),
};

function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  const at = random.below(bytes.length);
  flipped[at] = flipped[at]! ^ (1 << random.below(8));
  return flipped;
}

/** Edits one cell that holds text, as somebody does who unpacks a workbook and packs it again. */
export function editCell(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzip(bytes);
  const shared = parts.find(({ path }) => path === 'xl/sharedStrings.xml')!.text;
  const texts = [...shared.matchAll(/<t(?: [^>]*)?>([^<]+)<\/t>/g)];
  const { index, 0: whole, 1: text } = random.of(texts);
  const edited = whole.replace(`>${text}<`, () => `>${text === 'R A' ? 'I' : `${text} x`}<`);
  return withPart(
    bytes,
    'xl/sharedStrings.xml',
    shared.slice(0, index) + edited + shared.slice(index + whole.length),
  );
}

/** Lets two cells of a sheet show each other's text. */
export function swapCells(bytes: Uint8Array, random: Random): Uint8Array {
  const path = 'xl/worksheets/sheet2.xml';
  const sheet = unzip(bytes).find((part) => part.path === path)!.text;
  const cells = [...sheet.matchAll(/ t="s"><v>(\d+)<\/v>/g)];
  const one = random.of(cells);
  const other = random.of(cells.filter((cell) => cell[1] !== one[1]));
  const [first, second] = [one, other].toSorted((a, b) => a.index - b.index) as [typeof one, typeof one];
  const text =
    sheet.slice(0, first.index) +
    second[0] +
    sheet.slice(first.index + first[0].length, second.index) +
    first[0] +
    sheet.slice(second.index + second[0].length);
  return withPart(bytes, path, text);
}

function withPart(bytes: Uint8Array, path: string, text: string): Uint8Array {
  return zip(unzip(bytes).map((part) => (part.path === path ? { path, text } : part)));
}
