import { expect, test } from 'vitest';
import { findMojibake } from './mojibake.ts';

test.each([
  ['Ã©tÃ©', ['é', 'é']],
  ['lâ€™accÃ¨s', ['’', 'è']],
  ['usÅ‚ugi', ['ł']],
  ['usĹ‚ugi zdjÄ™cia', ['ł', 'ę']],
  ['5Â°', ['°']],
  ['Ã\u0081vila', ['Á']],
])('%s is read back as it was meant', (text, meant) => {
  expect(findMojibake(text).map((found) => found.meant)).toEqual(meant);
});

test.each([
  'été',
  'groß“',
  '„Änderung“',
  'l’été à Noël',
  '«\u00A0É\u00A0»',
  'où « ça »',
  'Łódź – źdźbło',
  'Ёж',
  '責任',
])('%s is left alone', (text) => {
  expect(findMojibake(text)).toEqual([]);
});

test('a finding says where it is', () => {
  expect(findMojibake('the cafÃ©')).toEqual([{ offset: 7, found: 'Ã©', meant: 'é' }]);
});
