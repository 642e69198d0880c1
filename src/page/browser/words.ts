import { fill, sayIn } from '../say.ts';
import type { ToldProduct, ToldTexts } from '../told.ts';
import { state } from './state.ts';
import { catalogue } from './told.ts';

/** A word in the language of the page, its placeholders filled. */
export function say(id: string, values: Readonly<Record<string, string>> = {}): string {
  return fill(catalogue.words[state.ui]?.[id] ?? id, values);
}

/** What is said of editions, in the language of the page. */
export function sayEdition() {
  return sayIn(catalogue.words[state.ui]!);
}

/** `Activities: 45`, with the colon that the language writes. */
export function pair(name: string, value: string): string {
  return sayEdition().pair(name, value);
}

/** What a language calls itself. */
export function nameOfLanguage(tag: string): string {
  const own = catalogue.words[tag]?.['language-name'];
  return own ?? new Intl.DisplayNames([state.ui], { type: 'language' }).of(tag) ?? tag;
}

/** A text in the language of the page, else in the one that prevails. */
export function sayText(texts: ToldTexts, prevailing: string | undefined): string {
  return texts[state.ui] ?? texts[prevailing ?? ''] ?? Object.values(texts)[0] ?? '';
}

export function nameOf({ name, language, id, brandName }: ToldProduct): string {
  const said = sayText(name, language) || id;
  return brandName === undefined ? said : `${said}, ${brandName}`;
}

const formatNames: Readonly<Record<string, string>> = { pdf: 'PDF', xlsx: 'Excel', md: 'Markdown' };

export function nameOfFormat(format: string): string {
  return format === 'html' ? say('page-web') : (formatNames[format] ?? format);
}

/** `52 kB`, as the language writes numbers. */
export function saySize(bytes: number): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const value = bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) : Math.round(bytes / 1e5) / 10;
  return new Intl.NumberFormat(state.ui, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
