import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeBucket, type Mischief } from './fixture.ts';
import { readS3Address } from './s3-address.ts';
import { digestPieces, type SharedStore, StoreFault } from './store.ts';

let bucket: FakeBucket;
let store: SharedStore;
let failed: string[];
const before = { ...process.env };

beforeEach(async () => {
  bucket = new FakeBucket();
  process.env.AWS_ACCESS_KEY_ID = 'key';
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  // A test waits for nothing: pauses of a few milliseconds.
  const { s3Store } = await import('./s3.ts');
  failed = [];
  const how = { attempts: 4, first: 2, longest: 5, onFault: ({ message }: Error) => failed.push(message) };
  store = s3Store(readS3Address(`s3://annex/nights?endpoint=${await bucket.open()}`, {}), how);
});
afterEach(() => {
  bucket.close();
  process.env = { ...before };
});

const pieces = [randomBytes(40_000), randomBytes(20_000)];
const digest = digestPieces(pieces);
const path = `/annex/nights/objects/${digest[0]}/${digest}`;

describe('a bucket', () => {
  it('keeps bytes under their digest and gives them back', async () => {
    await store.put(digest, pieces);
    expect([...bucket.objects.keys()]).toEqual([path]);
    expect(Buffer.concat(pieces).equals(await store.get(digest))).toBe(true);
    expect(await store.holds(digest)).toBe(true);
  });

  it('is written once, however often the same bytes come', async () => {
    await store.put(digest, pieces);
    const first = bucket.objects.get(path);
    await store.put(digest, pieces);
    expect(bucket.objects.get(path)).toBe(first);
  });

  it('is mended where a server kept half of an object', async () => {
    bucket.objects.set(path, Buffer.concat(pieces).subarray(0, 9));
    await store.put(digest, pieces);
    expect(Buffer.concat(pieces).equals(await store.get(digest))).toBe(true);
  });

  it('does not hold what is not there, or is empty', async () => {
    expect(await store.holds(digest)).toBe(false);
    bucket.objects.set(path, Buffer.alloc(0));
    expect(await store.holds(digest)).toBe(false);
    await expect(store.get(digestPieces([]))).rejects.toThrow('is not there');
  });

  it('has files of their own names, which are replaced', async () => {
    expect(await store.read('runs/1/manifest.json')).toBeUndefined();
    await store.write('runs/1/manifest.json', Buffer.from('one'));
    await store.write('runs/1/manifest.json', Buffer.from('two'));
    expect(Buffer.from((await store.read('runs/1/manifest.json'))!).toString()).toBe('two');
  });
});

describe('a bucket that misbehaves', () => {
  const passing: readonly Mischief[] = ['busy', 'reset', 'torn', 'other bytes', 'slow'];
  it.each(passing)('%s: what it holds is read all the same', async (mischief) => {
    await store.put(digest, pieces);
    bucket.misbehave(mischief, mischief, mischief);
    expect(Buffer.concat(pieces).equals(await store.get(digest))).toBe(true);
    expect(failed).toHaveLength(mischief === 'slow' ? 0 : 3);
  });

  it.each(['busy', 'reset'] as const)('%s: what it is given is kept, and only once', async (mischief) => {
    bucket.misbehave(mischief, mischief, mischief);
    await store.put(digest, pieces);
    expect([...bucket.objects.keys()]).toEqual([path]);
    expect(failed).toHaveLength(3);
  });

  it('for too long is a fault that names the object', async () => {
    bucket.misbehave('busy', 'busy', 'busy', 'busy');
    await expect(store.put(digest, pieces)).rejects.toThrow(
      `s3://annex/nights/objects/${digest[0]}/${digest} was refused with 503 SlowDown, 4 times in a row.`,
    );
  });

  it('with bytes that are wrong for good is a fault', async () => {
    await store.put(digest, pieces);
    bucket.objects.set(path, randomBytes(100));
    await expect(store.get(digest)).rejects.toThrow('came with other bytes than its own');
  });

  it('that refuses its keys is asked once, and the fault says which rights are needed', async () => {
    bucket.misbehave('denied');
    await expect(store.put(digest, pieces)).rejects.toThrow(
      '403 AccessDenied: its keys need s3:GetObject and s3:PutObject',
    );
    expect(bucket.asked).toHaveLength(1);
  });

  it('that is not there is a fault, and no missing file', async () => {
    bucket.misbehave('no bucket');
    await expect(store.read('runs/1/manifest.json')).rejects.toThrow('there is no such bucket');
  });

  it('to which nothing listens is a fault', async () => {
    bucket.close();
    await expect(store.put(digest, pieces)).rejects.toThrow(StoreFault);
  });
});
