import { describe, expect, it } from 'vitest';
import { fillWord, parametersOf } from './words.ts';

describe('a word', () => {
  it('names its parameters once each', () => {
    expect(parametersOf('{page} of {pages}, {page}; {} { x } {1}')).toEqual(['page', 'pages']);
  });

  it('is filled once: braces in a value stay as typed', () => {
    expect(fillWord('{title}, {edition}', { title: '{edition} $& {{x}}', edition: '1' })).toBe(
      '{edition} $& {{x}}, 1',
    );
  });
});
