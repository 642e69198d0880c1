import type { Brand } from '../catalogue/model.ts';
import { describeCharacter, stacksOf } from '../catalogue/rules/glyph-missing.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { AnnexDocument } from '../document/tree.ts';
import { type FontStack, missingGlyphs } from '../fonts/stack.ts';
import { type Contract, placeOfCell, wordsOf } from './contract.ts';

/** Scripts that are written from right to left, which layout does not do. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const stacks = new WeakMap<Brand, readonly FontStack[]>();
const printable = new WeakMap<Brand, Set<string>>();

/**
 * What on a cover cannot be printed as it is written: a name that no font has the letters of, or that is written from right
 * to left. Such a pack is held; a name with boxes or in the wrong order is worse than none. A finding points at the cell
 * of the contract that the text came from, as far as there is one.
 */
export function judgeLetters(contract: Contract, cover: AnnexDocument, brand: Brand): Diagnostic[] {
  const suspects = wordsOf(contract).filter(([, text]) => !isPrintable(text, brand));
  // Nearly all can be printed; whether the others are is seen on the cover.
  if (suspects.length === 0) return [];
  const unprintable = textsOn(cover).filter((text) => !isPrintable(text, brand));
  const isShown = ([, value]: readonly [string, string]) => unprintable.some((text) => text.includes(value));
  const shown = suspects.filter(isShown);
  const others = unprintable.filter((text) => !shown.some(([, value]) => text.includes(value)));
  return [
    ...shown.flatMap(([column, value]) => judgeText(value, placeOfCell(contract, column), brand)),
    ...others.flatMap((text) => judgeText(text, { file: 'templates/pack.hbs' }, brand)),
  ];
}

function isPrintable(text: string, brand: Brand): boolean {
  const known = printable.get(brand) ?? new Set<string>();
  printable.set(brand, known);
  if (known.has(text)) return true;
  if (rightToLeft.test(text) || missingIn(text, brand).length > 0) return false;
  remember(text, known);
  return true;
}

function missingIn(text: string, brand: Brand): string[] {
  const fonts = stacks.get(brand) ?? stacksOf(brand);
  stacks.set(brand, fonts);
  return [...new Set(fonts.flatMap((stack) => missingGlyphs(stack, text)))];
}

function judgeText(text: string, place: Place, brand: Brand): Diagnostic[] {
  if (rightToLeft.test(text)) {
    const message = `'${text}' is written from right to left, which cannot be printed yet.`;
    return [error('pack-direction', place, message, { hints: ['Give the name in Latin letters too.'] })];
  }
  const lacking = missingIn(text, brand);
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, mostNamed).map(describeCharacter).join(', ');
  const characters = lacking.length > mostNamed ? `${named} and ${lacking.length - mostNamed} more` : named;
  const message = `The fonts of brand '${brand.id}' have no ${characters}: '${text}'.`;
  const hints = [
    'Name a font that has it under `fonts.fallback` in brand.yaml, or write the name without it.',
  ];
  return [error('pack-letters', place, message, { hints })];
}

const mostNamed = 5;

/** Enough for what templates say; names of customers come and go. */
const mostRemembered = 500;

function remember(text: string, known: Set<string>): void {
  if (known.size >= mostRemembered) known.clear();
  known.add(text);
}

function textsOn({ body }: AnnexDocument): string[] {
  const texts: string[] = [];
  JSON.stringify(body, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value instanceof Uint8Array ? undefined : value;
  });
  return texts;
}
