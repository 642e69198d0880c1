import type { Brand } from '../catalogue/model.ts';
import { describeCharacter, stacksOf } from '../catalogue/rules/glyph-missing.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { AnnexDocument } from '../document/tree.ts';
import { type FontStack, missingGlyphs } from '../fonts/stack.ts';
import type { Contract } from './contract.ts';

/** Scripts that are written from right to left, which layout does not do. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const stacks = new WeakMap<Brand, readonly FontStack[]>();
const shown = new WeakMap<Brand, Set<string>>();

/**
 * What on a cover cannot be printed as it is written: a name that no font has the letters of, or that is written from right
 * to left. Such a pack is held; a name with boxes or in the wrong order is worse than none.
 */
export function judgeLetters(contract: Contract, cover: AnnexDocument, brand: Brand): Diagnostic[] {
  const values = [contract.id, contract.customer, ...Object.values(contract.columns)];
  // Nearly all can be printed; whether the others are is seen on the cover.
  if (values.every((value) => judgeText(value, brand).length === 0)) return [];
  return textsOn(cover).flatMap((text) => judgeText(text, brand));
}

function judgeText(text: string, brand: Brand): Diagnostic[] {
  const known = shown.get(brand) ?? new Set<string>();
  shown.set(brand, known);
  if (known.has(text)) return [];
  const place = { file: 'templates/pack.hbs' };
  if (rightToLeft.test(text)) {
    const message = `'${text}' is written from right to left, which cannot be printed yet.`;
    return [error('pack-direction', place, message, { hints: ['Give the name in Latin letters too.'] })];
  }
  const fonts = stacks.get(brand) ?? stacksOf(brand);
  stacks.set(brand, fonts);
  const lacking = [...new Set(fonts.flatMap((stack) => missingGlyphs(stack, text)))];
  if (lacking.length === 0) {
    remember(text, known);
    return [];
  }
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
