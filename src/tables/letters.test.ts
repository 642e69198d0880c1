import { describe, expect, test } from 'vitest';
import { type CodePage, decodeCodePage, encodeCodePage } from './codepages.ts';
import { findForeignLetters } from './letters.ts';

/** Text as it comes out when it was written in one code page and read as another. */
function misread(text: string, written: CodePage, read: CodePage): string {
  const encoded = encodeCodePage(text, written);
  if ('missing' in encoded) throw new Error(`${written} lacks ${encoded.missing}`);
  return decodeCodePage(encoded.bytes, read);
}

describe('text of the language passes', () => {
  test.each([
    ['en', 'The café’s façade – 5 µs, 10 m², “naïve” coöperation, 20 °C, €5, §3, resumé'],
    ['fr', 'L’accès à l’œuvre : « là où l’été naît » – 5 m² ; ça, ambiguë, Noël, 1º, où, sûr'],
    ['de', 'Größe „über“ Straße – 5 €, Übergänge, Café, m²/h'],
    ['pl', 'Zażółć gęślą jaźń „usługi” – 5 €, Müller'],
    ['cs', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['it', 'Perché è così: più qualità, 1ª e 2º, Rôle'],
    ['es', '¿Qué señal? ¡Ningún pingüino! 3.º'],
    ['pt', 'Operação, não; três avós à mão'],
    ['ru', 'Ёмкость VPN-сервиса № 5'],
    ['el', 'Ευθύνη του πελάτη'],
    ['is', 'það er nú þannig'],
  ])('%s: %s', (language, text) => {
    expect(findForeignLetters(text, language)).toEqual([]);
  });
});

describe('text that was read in the wrong code page is caught', () => {
  test.each<[string, CodePage, CodePage, string]>([
    ['administracja usługi', 'windows-1250', 'windows-1252', 'en'],
    ['administracja usługi', 'windows-1250', 'windows-1252', 'fr'],
    ['możliwość zmiany', 'windows-1250', 'windows-1252', 'fr'],
    ['Přístup ke službě', 'windows-1250', 'windows-1252', 'en'],
    ['Přístup ke službě', 'windows-1250', 'windows-1252', 'it'],
    ['működő szolgáltatás időpontja', 'windows-1250', 'windows-1252', 'fr'],
    ['Accès à la plateforme', 'windows-1252', 'windows-1250', 'pl'],
    ['Accès à la plateforme', 'windows-1252', 'windows-1250', 'cs'],
    ['Accès à la plateforme', 'windows-1252', 'windows-1250', 'hu'],
    ['Accès à la plateforme', 'windows-1252', 'windows-1251', 'ru'],
    ['según las señales', 'windows-1252', 'windows-1250', 'cs'],
    ['Operação', 'windows-1252', 'windows-1250', 'pl'],
    ['Управление доступом', 'windows-1251', 'windows-1252', 'en'],
    ['Ευθύνη του πελάτη', 'windows-1253', 'windows-1252', 'de'],
  ])('%s, written in %s, read as %s for %s', (text, written, read, language) => {
    expect(findForeignLetters(misread(text, written, read), language)).not.toEqual([]);
  });
});

test('a finding names the letter, its word and its offset', () => {
  expect(findForeignLetters('dost us³ugi', 'en')).toEqual([{ offset: 7, character: '³', word: 'us³ugi' }]);
});

test('a regional tag is judged as its language', () => {
  expect(findForeignLetters('us³ugi', 'pt-BR')).toHaveLength(1);
});

test('a word is found whole around each of its letters, once, at either end of a text too', () => {
  expect(findForeignLetters('³us³ugi–m³gl³', 'en')).toEqual([
    { offset: 3, character: '³', word: '³us³ugi–m³gl³' },
    { offset: 9, character: '³', word: '³us³ugi–m³gl³' },
  ]);
});
