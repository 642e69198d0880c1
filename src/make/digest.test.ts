import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../formats/registry.ts';
import { everything, planArtifacts } from '../plan/plan.ts';
import { openSources, workshopOf } from '../runs/opening/open.ts';
import { orderFor } from '../runs/opening/order.ts';
import { composeOrder } from './compose.ts';
import { digestTree } from './digest.ts';

const opened = openSources(join(import.meta.dirname, '../..'));
const catalogue = opened.catalogue!;
const planned = planArtifacts(catalogue, [], everything, formats).make;

function treeOf(format: string, language: string): object {
  const artifact = planned.find((one) => one.format === format && one.language === language)!;
  return composeOrder(workshopOf(opened, catalogue), orderFor(catalogue, artifact)).value!.tree;
}

/** Paths to what JSON would leave out or write as nothing. */
function unspeakable(value: unknown, path = 'tree'): string[] {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return [path];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return [path];
  return Object.entries(value).flatMap(([name, member]) => unspeakable(member, `${path}.${name}`));
}

describe('a tree', () => {
  it.each(['pdf', 'xlsx'])('is a plain value, all of which JSON can say: %s', (format) => {
    expect(unspeakable(treeOf(format, 'fr'))).toEqual([]);
  });

  it.each(['pdf', 'xlsx'])('has a digest that no other one has: %s', (format) => {
    expect(digestTree(treeOf(format, 'fr'))).toBe(digestTree(treeOf(format, 'fr')));
    expect(digestTree(treeOf(format, 'fr'))).not.toBe(digestTree(treeOf(format, 'de')));
  });

  it('has another one with other bytes in a file that it carries, or in a font', () => {
    const tree = {
      look: { fonts: { body: { bytes: new Uint8Array([1, 2]) } } },
      attachments: [{ bytes: new Uint8Array([3]) }],
    };
    const digests = [
      tree,
      { ...tree, look: { fonts: { body: { bytes: new Uint8Array([1, 9]) } } } },
      { ...tree, attachments: [{ bytes: new Uint8Array([9]) }] },
    ].map(digestTree);
    expect(new Set(digests).size).toBe(3);
  });
});
