import { describe, expect, it } from 'vitest';
import { keepWorkspace } from '../../workspace/kept.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { keepLast } from './kept.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const words = new Map([['a', 'A']]);

/** A load that reads one file and lists one folder, and gives a new object each time it is done. */
function counted() {
  const disk = memoryWorkspace({ 'templates/annex.hbs': 'x', 'data/a.csv': 'a' });
  const load = keepLast((source) => ({
    read: source.read('templates/annex.hbs'),
    names: source.list('templates'),
  }));
  return { disk, kept: keepWorkspace(disk), load };
}

describe('what was loaded is kept', () => {
  it('while the files that it read are the same, whatever else changed', () => {
    const { disk, kept, load } = counted();
    const first = load(kept, words);
    disk.write('data/a.csv', bytes('b'));
    kept.forget(['data/a.csv']);
    expect(load(kept, new Map(words))).toBe(first);
  });

  it.each([
    ['a file that it read changed', 'templates/annex.hbs'],
    ['a file joined a folder that it listed', 'templates/new.hbs'],
  ])('until %s', (_, path) => {
    const { disk, kept, load } = counted();
    const first = load(kept, words);
    disk.write(path, bytes('y'));
    kept.forget([path]);
    expect(load(kept, words)).not.toBe(first);
  });

  it.each([
    ['a word', new Map([['a', 'B']])],
    ['the id of a word', new Map([['b', 'A']])],
    ['the number of words', new Map([...words, ['b', 'B']])],
  ])('until %s changed', (_, others) => {
    const { kept, load } = counted();
    expect(load(kept, others)).not.toBe(load(kept, words));
  });

  it('while a workspace that reads its files anew finds them as they were', () => {
    const { load } = counted();
    const laid = (text: string) => memoryWorkspace({ 'templates/annex.hbs': text });
    const first = load(laid('x'), words);
    expect(load(laid('x'), words)).toBe(first);
    expect(load(laid('y'), words)).not.toBe(first);
  });

  it('until a file that was there is gone', () => {
    const { load } = counted();
    const first = load(memoryWorkspace({ 'templates/annex.hbs': '' }), words);
    expect(load(memoryWorkspace({ 'templates/other.hbs': '' }), words)).not.toBe(first);
  });
});
