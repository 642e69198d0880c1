import { isIn } from './language.ts';

/** A stretch of text, and whether it stands raised. */
export type Part = { readonly text: string; readonly raised: boolean };

/** Splits off what a language raises: the ending of French `1er` and `1re`. The text itself stays the same. */
export function splitRaised(text: string, language: string): Part[] {
  if (!isIn('fr', language) || !/1[er]/.test(text)) return text === '' ? [] : [{ text, raised: false }];
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])1(er|re)(?![\p{L}\p{N}])/gu)) {
    const ending = match.index + 1;
    parts.push({ text: text.slice(from, ending), raised: false }, { text: match[1]!, raised: true });
    from = ending + match[1]!.length;
  }
  return [...parts, { text: text.slice(from), raised: false }].filter((part) => part.text !== '');
}
