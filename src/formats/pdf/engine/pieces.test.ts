import { describe, expect, it } from 'vitest';
import { isOnePiece, piecesOf, wholePiece } from './pieces.ts';

function textsOf(text: string): string[] {
  return piecesOf(text).map((piece) => piece.text);
}

describe('the pieces of a text', () => {
  it('end where Unicode lets a line end', () => {
    expect(textsOf('Set up (SSO) end-to-end')).toEqual(['Set ', 'up ', '(SSO) ', 'end-', 'to-', 'end']);
  });

  it('are one for an empty text', () => {
    expect(textsOf('')).toEqual(['']);
  });

  it('say where a line must end, and where it would end in a hyphen', () => {
    expect(piecesOf('one\nVer\u00adtrag')).toEqual([
      { source: 'one', text: 'one', lineEnd: true, soft: false },
      { source: 'Ver\u00ad', text: 'Ver', lineEnd: false, soft: true },
      { source: 'trag', text: 'trag', lineEnd: false, soft: false },
    ]);
  });

  it('are the same however often they are asked for', () => {
    expect(piecesOf('asked for twice')).toBe(piecesOf('asked for twice'));
  });

  it('are one for a text that is not to be broken', () => {
    expect(wholePiece('R A').text).toBe('R A');
    expect([isOnePiece('R A'), isOnePiece('R')]).toEqual([false, true]);
  });
});
