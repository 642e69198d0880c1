import { describe, expect, it } from 'vitest';
import type { Cover } from '../../../document/tree.ts';
import { annex } from '../../fixture/annex.ts';
import { livelyLook, soberLook, styles } from '../../fixture/looks.ts';
import { paragraph } from '../../fixture/pieces.ts';
import type { StackNode } from '../definition.ts';
import { layOut } from './layout.ts';

const space = { before: 0, after: 0, left: 0, right: 0 };
const masthead = { logo: undefined, name: paragraph('Provider'), label: undefined };
const cover: Cover = {
  kind: 'cover',
  origin: 'test',
  space,
  masthead,
  content: [paragraph('Title', styles.title)],
};

function lay(one: Cover, look = soberLook) {
  const [node] = layOut(annex([one], { look })).flow;
  const [, line] = (node as StackNode).stack;
  return { backdrop: node!.backdrop, gaps: line!.margin };
}

describe('the cover of an annex', () => {
  it('stands at the head of the first page', () => {
    expect(lay(cover).gaps).toEqual([0, 10, 0, 26]);
    expect(lay(cover, livelyLook).backdrop!.least).toBe(278);
  });
});

describe('a cover on a page of its own', () => {
  const page: Cover = { ...cover, page: true };

  it('has its line, and the title under it, lower down', () => {
    expect(lay(page).gaps).toEqual([0, 140, 0, 22]);
  });

  it('has a block to below the middle of the page, and half a disc at its foot', () => {
    const { least, paint } = lay(page, livelyLook).backdrop!;
    expect(least).toBe(560);
    const [block, band, disc, below] = paint(595.28, 560);
    expect([block!.type, band!.type, disc!.type, below!.type]).toEqual(['rect', 'rect', 'ellipse', 'rect']);
    expect(disc).toMatchObject({ y: 560, r1: 150, color: livelyLook.colour.accent });
    expect(below).toMatchObject({ y: 560, color: '#FFFFFF' });
  });
});
