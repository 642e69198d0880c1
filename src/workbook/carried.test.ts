import { describe, expect, it } from 'vitest';
import { carriedSheetName, layOutCarried, readCarried } from './carried.ts';

const long = `${'a'.repeat(29_999)}😀${'é\n'.repeat(40_000)}`;

describe('texts carried in a workbook', () => {
  it('come back as they were, however long', () => {
    const texts = [
      { name: 'edition.json', text: long },
      { name: 'empty', text: '' },
    ];
    expect(readCarried(layOutCarried(texts))).toEqual(texts);
  });

  it('stand in cells that hold fewer than 32,767 characters and no half of a pair', () => {
    for (const piece of layOutCarried([{ name: 'x', text: long }])[1]!) {
      expect(piece.length).toBeLessThan(32_767);
      expect(encodeURIComponent(piece)).toBeTruthy();
    }
  });

  it('are refused where a piece was lost', () => {
    const [mark, column] = layOutCarried([{ name: 'x', text: long }]);
    expect(readCarried([mark!, column!.toSpliced(2, 1)])).toBeUndefined();
  });

  it('are not seen in a sheet that carries none', () => {
    expect(readCarried([['No.', '1.1'], ['Activity']])).toBeUndefined();
  });

  it('have a sheet whose name no other sheet has', () => {
    expect(carriedSheetName(['_Carried'])).toBe('_carried (2)');
  });
});
