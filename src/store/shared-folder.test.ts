import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedFolder } from './shared-folder.ts';
import { digestPieces, objectKey, type SharedStore } from './store.ts';

let root: string;
let store: SharedStore;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'annex-store-'));
  store = sharedFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pieces = [Buffer.from('one '), Buffer.from('object')];
const digest = digestPieces(pieces);

describe('a shared folder', () => {
  it('keeps bytes under their digest, in whole files alone', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(digest, pieces)));
    expect(Buffer.from(await store.get(digest)).toString()).toBe('one object');
    expect(await store.holds(digest)).toBe(true);
    expect(readdirSync(join(root, '.annex', 'staging'))).toEqual([]);
  });

  it('writes again what a machine that lost its power left short', async () => {
    await store.put(digest, pieces);
    writeFileSync(join(root, objectKey(digest)), '');
    expect(await store.holds(digest)).toBe(false);
    await store.put(digest, pieces);
    expect(Buffer.from(await store.get(digest)).toString()).toBe('one object');
  });

  it('gives nothing that is not what its name says', async () => {
    await store.put(digest, pieces);
    writeFileSync(join(root, objectKey(digest)), 'altered');
    await expect(store.get(digest)).rejects.toThrow('does not hold the bytes of its name');
    await expect(store.get(digestPieces([]))).rejects.toThrow('is not there');
  });

  it('has files of their own names, which are replaced', async () => {
    expect(await store.read('runs/1/manifest.json')).toBeUndefined();
    await store.write('runs/1/manifest.json', Buffer.from('one'));
    await store.write('runs/1/manifest.json', Buffer.from('two'));
    expect(Buffer.from((await store.read('runs/1/manifest.json'))!).toString()).toBe('two');
  });
});
