import { describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../../document/tree.ts';
import { annex } from '../../fixture/annex.ts';
import { codes, matrix, paragraph } from '../../fixture/pieces.ts';
import type { TextNode } from '../definition.ts';
import { layOut } from './layout.ts';

const [party] = matrix('1', 'T', ['A', 'B'], []).columns.slice(2);

/** Codes as they are set in the cells of one table, from the top. */
function setCodes(...held: Inline[]): TextNode[] {
  const body = held.map((inline) => ({
    cells: [
      { kind: 'data', scope: undefined, colspan: 1, content: [paragraph([inline])], origin: 'x' } as const,
    ],
    origin: 'x',
  }));
  const table: Table = { ...matrix('1', 'T', ['A', 'B'], []), columns: [party!], head: [], body };
  const [node] = layOut(annex([table])).flow;
  if (node === undefined || !('rows' in node)) throw new Error('There is no table.');
  return node.rows.map(({ cells }) => cells[0] as TextNode);
}

describe('codes in slots', () => {
  it('are set the same in every cell, and each cell under its own codes', () => {
    const [first, second] = [codes('RA'), codes('RA')];
    const [one, other] = setCodes(first, second);
    expect(one!.text.map(({ source }) => source)).toEqual([first, first]);
    expect(other!.text.every(({ source }) => source === second)).toBe(true);
    expect(other!.slots).toEqual(one!.slots);
    expect(other!.text.map(({ text, color }) => [text, color])).toEqual(
      one!.text.map(({ text, color }) => [text, color]),
    );
  });

  it('are set by their own style, and as what they are, whatever was set before', () => {
    const now = codes('A');
    const past: Inline = { ...now, past: true } as Inline;
    const plain: Inline = { ...now, filled: [] } as Inline;
    const [current, former, bare] = setCodes(now, past, plain).map(({ text }) => text[0]!);
    expect(current!.chip?.outline).toBeUndefined();
    expect(former!.chip?.outline).toBeGreaterThan(0);
    expect(bare!.chip).toBeUndefined();
  });

  it('keep their places: dots stand where the others would', () => {
    const [none, some] = setCodes(codes(''), codes('RC'));
    expect(none!.slots).toMatchObject({ dots: [] });
    const { centres, dots } = some!.slots!;
    const places = [...centres, ...dots.map(({ x }) => x)].sort((a, b) => a - b);
    const steps = places.slice(1).map((place, i) => place - places[i]!);
    expect(steps).toHaveLength(3);
    for (const step of steps) expect(step).toBeCloseTo(party!.slots!.width, 6);
  });
});
