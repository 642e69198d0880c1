import { describe, expect, it } from 'vitest';
import { packPath, slugOf } from './names.ts';

const hostile = [
  '../../x',
  'CON',
  'con',
  'com1',
  'Ünïcødé & Söhne <b>',
  '🙂',
  'x'.repeat(300),
  '=HYPERLINK("http://example.org")',
  'شركة الاتصالات',
  '',
  '.',
  '..',
  'a/b\\c:d|e?f*g',
  'trailing. ',
  '-rf',
  'objects',
];

describe('a slug', () => {
  it('is the word itself where that is safe', () => {
    expect(slugOf('acme-2026')).toBe('acme-2026');
  });

  it.each(hostile)('is safe on every system for %j', (word) => {
    expect(slugOf(word)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
    expect(slugOf(word)).not.toMatch(/^(?:con|nul|aux|prn|com\d|lpt\d)$/);
  });

  it('tells words apart that look alike without their marks and capitals', () => {
    const alike = ['Acme', 'acme', 'ACME', 'Ácme', 'acme ', 'acme!', 'a cme'];
    expect(new Set(alike.map(slugOf)).size).toBe(alike.length);
  });

  it('is no other word that somebody may use', () => {
    const taken = slugOf('Acme');
    expect(slugOf(taken)).not.toBe(taken);
  });

  it('reads as the word for a person', () => {
    expect(slugOf('Ünïcødé & Söhne <b>')).toMatch(/^unicode-sohne-b-[0-9a-f]{8}$/);
  });
});

it('a path says customer, contract and language, and stays in its folder', () => {
  const contract = { id: 'CT/2026', customer: '../../etc', language: 'pt-BR' };
  expect(packPath(contract, 'pdf')).toMatch(
    /^ct-2026-[0-9a-f]{8}\/etc-[0-9a-f]{8}-ct-2026-[0-9a-f]{8}-pack-pt-br\.pdf$/,
  );
});
