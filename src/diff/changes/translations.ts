import type { EditionContent, Texts } from '../../edition/edition.ts';
import type { TextChange, TextOwner } from '../product-diff.ts';

/** A text that both editions have, in all its languages. */
export type SharedText = {
  readonly of: TextOwner;
  readonly old: Texts | undefined;
  readonly now: Texts | undefined;
};

/**
 * What became of the texts in the languages beside the one that is shown, and whether what they translate changed with
 * them: a translation that moves by itself can move a duty as well as a code can.
 */
export function compareTranslations(
  old: EditionContent,
  now: EditionContent,
  shown: string,
  texts: readonly SharedText[],
): TextChange[] {
  const languages = now.languages.filter((tag) => tag !== shown && old.languages.includes(tag));
  return languages.flatMap((language) =>
    texts.flatMap(({ of, old: was = {}, now: is = {} }): TextChange[] => {
      const [from, to] = [was[language]?.text, is[language]?.text];
      const isSourceSame = was[old.language]?.text === is[now.language]?.text;
      const kind = language === now.language ? kindOfSource(from, to) : kindOf(from, to, isSourceSame);
      return kind === undefined ? [] : [{ language, of, kind, from: from ?? '', to: to ?? '' }];
    }),
  );
}

function kindOfSource(from: string | undefined, to: string | undefined): TextChange['kind'] | undefined {
  return from === to ? undefined : 'source';
}

function kindOf(
  from: string | undefined,
  to: string | undefined,
  isSourceSame: boolean,
): TextChange['kind'] | undefined {
  if (from === undefined) return to === undefined ? undefined : 'added';
  if (to === undefined) return 'removed';
  if (from === to) return isSourceSame ? undefined : 'behind';
  return isSourceSame ? 'alone' : 'along';
}
