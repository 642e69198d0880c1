import { describe, expect, it } from 'vitest';
import { keepWorkspace } from './kept.ts';
import { memoryWorkspace } from './memory.ts';
import { WorkspaceFault } from './workspace.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (file: { bytes: Uint8Array } | undefined) => file && new TextDecoder().decode(file.bytes);

describe('a kept workspace', () => {
  it('gives an unchanged file as the same bytes, whatever else changed', () => {
    const disk = memoryWorkspace({ 'data/a.csv': 'a', 'data/b.csv': 'b' });
    const kept = keepWorkspace(disk);
    const first = kept.read('data/a.csv');
    disk.write('data/b.csv', bytes('c'));
    kept.forget(['data/b.csv']);
    expect(kept.read('data/a.csv')).toBe(first);
  });

  it('reads a file again when it is told that the file has changed', () => {
    const disk = memoryWorkspace({ 'annex.yaml': 'a' });
    const kept = keepWorkspace(disk);
    kept.read('annex.yaml');
    disk.write('annex.yaml', bytes('b'));
    expect(textOf(kept.read('annex.yaml'))).toBe('a');
    kept.forget(['annex.yaml']);
    expect(textOf(kept.read('annex.yaml'))).toBe('b');
  });

  it('finds a file that is the first in a new folder', () => {
    const disk = memoryWorkspace({ 'annex.yaml': 'a' });
    const kept = keepWorkspace(disk);
    expect([kept.list('data').folders, kept.list('data/products').folders]).toEqual([[], []]);
    disk.write('data/products/mail/matrix.csv', bytes('id'));
    kept.forget(['data/products/mail/matrix.csv']);
    expect([kept.list('data').folders, kept.list('data/products').folders]).toEqual([['products'], ['mail']]);
  });

  it('reads everything again in a folder that another took the place of', () => {
    const disk = memoryWorkspace({ 'data/products/mail/matrix.csv': 'a', 'data/products-of-old.csv': 'x' });
    const kept = keepWorkspace(disk);
    const old = kept.read('data/products-of-old.csv');
    kept.read('data/products/mail/matrix.csv');
    disk.write('data/products/mail/matrix.csv', bytes('b'));
    kept.forget(['data/products']);
    expect(textOf(kept.read('data/products/mail/matrix.csv'))).toBe('b');
    expect(kept.read('data/products-of-old.csv')).toBe(old);
  });

  it('tries a file again that could not be read', () => {
    const disk = memoryWorkspace({ 'data/a/b': 'x' });
    const kept = keepWorkspace(disk);
    expect(() => kept.read('data/a')).toThrow(WorkspaceFault);
    expect(() => kept.read('data/a')).toThrow(WorkspaceFault);
  });
});
