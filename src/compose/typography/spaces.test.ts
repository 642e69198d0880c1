import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSpaces } from './spaces.ts';

/** Draws no-break spaces: ~ for U+00A0, ' for U+202F. */
function drawn(text: string): string {
  return text.replaceAll('\u00a0', '~').replaceAll('\u202f', "'");
}

describe('spaces in French', () => {
  it.each([
    ['Vraiment ? Oui ; non !', "Vraiment'? Oui'; non'!"],
    ['dit « bonjour » ici', "dit «'bonjour'» ici"],
    ['Le but : servir', 'Le but~: servir'],
    ['à 10:30, voir https://example.org/?a=1;b', 'à 10:30, voir https://example.org/?a=1;b'],
    ['un – deux', 'un~– deux'],
    ['déjà\u00a0? bien\u202f:', "déjà'? bien~:"],
  ])('%s becomes %s', (typed, expected) => {
    expect(drawn(setSpaces(typed, 'fr', true))).toBe(expected);
  });

  it('are all U+00A0 where the font has no U+202F', () => {
    expect(drawn(setSpaces('« Vraiment ? »', 'fr-CA', false))).toBe('«~Vraiment~?~»');
  });
});

describe('spaces in Polish', () => {
  it.each([
    ['Dbać o dane i w razie awarii z kopii', 'Dbać o~dane i~w~razie awarii z~kopii'],
    ['A potem (i tak) „o tym”', 'A~potem (i~tak) „o~tym”'],
    ['to i ', 'to i '],
  ])('%s becomes %s', (typed, expected) => {
    expect(drawn(setSpaces(typed, 'pl', true))).toBe(expected);
  });
});

describe('spaces in any language', () => {
  it('are left alone where no rule asks', () => {
    expect(setSpaces('What ? a « b » : c', 'en', true)).toBe('What ? a « b » : c');
  });

  it('only change their kind: text with white space made equal stays the same', () => {
    const words = fc.array(
      fc.constantFrom('a', 'i', 'mot', '«', '»', ';', '?', ':', '–', ' ', '\u00a0', '\u202f', 'É'),
    );
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('fr', 'pl', 'de', 'en'),
        fc.boolean(),
        (typed, language, hasNarrow) => {
          const text = typed.join('');
          expect(setSpaces(text, language, hasNarrow).replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
        },
      ),
    );
  });

  it('are the same when set twice', () => {
    const text = setSpaces('Dit « oui » : vraiment ?', 'fr', true);
    expect(setSpaces(text, 'fr', true)).toBe(text);
  });
});
