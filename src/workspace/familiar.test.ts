import { describe, expect, it } from 'vitest';
import { learnFiles, recognise } from './familiar.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a file that was learned', () => {
  const learning = learnFiles();
  const learned = recognise('templates/annex.hbs', bytesOf('one'));
  learning.stop();

  it('is the same object where it says the same', () => {
    expect(recognise('templates/annex.hbs', bytesOf('one'))).toBe(learned);
  });

  it('is another where one byte is', () => {
    const changed = bytesOf('onE');
    expect(recognise('templates/annex.hbs', changed)).toBe(changed);
    expect(recognise('templates/annex.hbs', bytesOf('one'))).toBe(learned);
  });

  it('is another under another path', () => {
    const other = bytesOf('one');
    expect(recognise('templates/other.hbs', other)).toBe(other);
    const again = bytesOf('one');
    expect(recognise('templates/other.hbs', again)).toBe(again);
  });
});
