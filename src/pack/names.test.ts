import { describe, expect, it } from 'vitest';
import { folderOf, packPath, packPathPattern } from './names.ts';

const slugOf = (id: string) => folderOf({ id });

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

describe('the folder of a contract', () => {
  it.each([
    ['acme-2026', 'acme-2026'],
    ['C-2026-017', 'c-2026-017'],
    ['20260815', '20260815'],
    ['PACK-0AE3D828', 'pack-0ae3d828'],
  ])('is the id %j without its capitals where that is safe', (id, folder) => {
    expect(slugOf(id)).toBe(folder);
  });

  it.each(hostile)('is safe on every system for %j', (word) => {
    expect(slugOf(word)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
    expect(slugOf(word)).not.toMatch(/^(?:con|nul|aux|prn|com\d|lpt\d|objects)$/);
  });

  it('tells ids apart that look alike without their marks', () => {
    const alike = ['acme', 'ácme', 'acme ', 'acme!', 'a cme', 'acme-', 'acme/', '契約', '契約書'];
    expect(new Set(alike.map(slugOf)).size).toBe(alike.length);
  });

  it('reads as the id for a person', () => {
    expect(slugOf('Ünïcødé & Söhne <b>')).toMatch(/^unicode-sohne-b-[0-9a-f]{8}$/);
  });
});

describe('the path of a pack', () => {
  it.each([
    ['C-2026-017', 'Nordwind Logistik', 'c-2026-017/nordwind-logistik-c-2026-017-pack-pt-br.pdf'],
    ['PACK-0AE3D828', 'Ünïcødé & Söhne <b>', 'pack-0ae3d828/unicode-sohne-b-pack-0ae3d828-pt-br.pdf'],
    ['C-1', '../../etc', 'c-1/etc-c-1-pack-pt-br.pdf'],
    ['C-1', 'شركة', 'c-1/c-1-pack-pt-br.pdf'],
  ])('of contract %j and customer %j says both, and stays in its folder', (id, customer, path) => {
    expect(packPath({ id, customer, language: 'pt-BR' }, 'pdf')).toBe(path);
    expect(path).toMatch(packPathPattern);
  });

  it.each([
    '/etc/passwd',
    '../c-1/c-1.pdf',
    'x\n/../../etc/c.pdf',
    'c-1/../../c-1.pdf',
    'c-1\\c-1.pdf',
    '.annex/ledger.pdf',
    'objects/0a.pdf',
    'c-1/c-1.pdf\n',
    'manifest.json',
  ])('is never %j, whatever a manifest says', (path) => {
    expect(path).not.toMatch(packPathPattern);
  });
});
