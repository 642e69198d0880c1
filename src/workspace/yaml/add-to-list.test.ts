import { describe, expect, test } from 'vitest';
import { addToList } from './add-to-list.ts';

function add(text: string): string | undefined {
  const file = { path: 'annex.yaml', bytes: new TextEncoder().encode(text) };
  const bytes = addToList(file, {
    key: 'languages',
    item: 'nl',
    list: ['en', 'nl'],
    behind: ['language', 'format'],
  });
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

describe('an item added to a list', () => {
  test('stands behind the last one of a list in brackets, and the comment stays', () => {
    expect(add('format: 1\nlanguages: [en, fr] # both\nbrand: x\n')).toBe(
      'format: 1\nlanguages: [en, fr, nl] # both\nbrand: x\n',
    );
  });

  test('goes before the comma that ends a list in brackets over several lines', () => {
    expect(add('languages: [\n  en,\n  fr,\n]\n')).toBe('languages: [\n  en,\n  fr, nl,\n]\n');
  });

  test('gets a line of its own in a list of lines, indented as they are', () => {
    expect(add('languages:\r\n  - en\r\n  - fr  # since 2026\r\nbrand: x\r\n')).toBe(
      'languages:\r\n  - en\r\n  - fr  # since 2026\r\n  - nl\r\nbrand: x\r\n',
    );
  });

  test('brings its key behind the key it belongs to', () => {
    expect(add('format: 1\n# written in\nlanguage: en\nbrand: x\n')).toBe(
      'format: 1\n# written in\nlanguage: en\nlanguages: [en, nl]\nbrand: x\n',
    );
  });

  test('brings its key to the end of a file that has no such key', () => {
    expect(add('brand: x')).toBe('brand: x\nlanguages: [en, nl]\n');
    expect(add('')).toBe('languages: [en, nl]\n');
  });

  test('keeps a byte order mark', () => {
    expect(add('\uFEFFlanguages: [en]\n')).toBe('\uFEFFlanguages: [en, nl]\n');
  });

  test('is left to a person where the file is written otherwise', () => {
    expect(add('{ format: 1, languages: [en] }\n')).toBeUndefined();
    expect(add('languages: en\n')).toBeUndefined();
    expect(add('languages: []\n')).toBeUndefined();
  });
});
