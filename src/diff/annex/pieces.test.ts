import { expect, it } from 'vitest';
import { isSameLetters, reword } from '../changes/rewording.ts';
import { changedPieces } from './pieces.ts';

const show = (from: string, to: string) => {
  const { now, before, isCut } = changedPieces(reword(from, to, isSameLetters)!);
  const join = (pieces: typeof now) =>
    pieces.map(({ text, isChanged }) => (isChanged ? `<${text}>` : text)).join('');
  return [join(now), join(before), isCut];
};

it('a text that was only added to is there as it was all the same', () => {
  expect(show('Supply the licences', 'Supply the licences at once')).toEqual([
    'Supply the licences< at once>',
    'Supply the licences',
    false,
  ]);
});

it('a text of which words were removed is told from one that was only added to', () => {
  expect(show('Keep the log files', 'Keep the log')).toEqual(['Keep the log', 'Keep the log< files>', true]);
});

it('a text that joined was nothing before', () => {
  expect(show('', 'For a year')).toEqual(['<For a year>', '', false]);
});
