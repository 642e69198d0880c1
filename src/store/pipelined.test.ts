import { describe, expect, it } from 'vitest';
import { pipelined } from './pipelined.ts';
import { type Objects, StoreFault } from './store.ts';

/** A store that keeps nothing until it is told to. */
class SlowStore implements Objects {
  readonly kept: string[] = [];
  private readonly waiting: (() => void)[] = [];
  atOnce = 0;
  mostAtOnce = 0;

  async put(digest: string, _: readonly Uint8Array[]): Promise<void> {
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise<void>((done) => this.waiting.push(done));
    this.atOnce--;
    if (digest === 'bad') throw new StoreFault('The store is gone.');
    this.kept.push(digest);
  }

  async holds(): Promise<boolean> {
    return false;
  }

  /** Keeps what is under way, until nothing comes any more. */
  async keepAll(): Promise<void> {
    for (let idle = 0; idle < 5; idle++) {
      if (this.waiting.length > 0) idle = 0;
      this.waiting.shift()?.();
      await new Promise((done) => setImmediate(done));
    }
  }
}

async function putAll(names: readonly string[], length: number, store: SlowStore): Promise<void> {
  const pipe = pipelined(store, { puts: 4, bytes: 1000 });
  for (const name of names) await pipe.put(name, [new Uint8Array(length)]);
  await pipe.drain();
}

const twenty = Array.from({ length: 20 }, (_, i) => `${i}`);

describe('puts under way', () => {
  it.each([
    ['by their number', 10, 4],
    ['by their bytes', 400, 2],
    ['to one, where that is longer than all may be', 2000, 1],
  ])('are bounded %s, and all are kept', async (_, length, most) => {
    const store = new SlowStore();
    await Promise.all([putAll(twenty, length, store), store.keepAll()]);
    expect(store.mostAtOnce).toBe(most);
    expect(store.kept.toSorted()).toEqual(twenty.toSorted());
  });

  it('are waited for', async () => {
    const store = new SlowStore();
    const pipe = pipelined(store);
    await pipe.put('a', [new Uint8Array(1)]);
    let drained = false;
    const draining = pipe.drain().then(() => {
      drained = true;
    });
    await new Promise((done) => setImmediate(done));
    expect(drained).toBe(false);
    await store.keepAll();
    await draining;
    expect(store.kept).toEqual(['a']);
  });

  it('fail at the next put, and at the end', async () => {
    const store = new SlowStore();
    const pipe = pipelined(store);
    await pipe.put('bad', [new Uint8Array(1)]);
    await store.keepAll();
    await expect(pipe.put('b', [new Uint8Array(1)])).rejects.toThrow('The store is gone.');
    await expect(pipe.drain()).rejects.toThrow('The store is gone.');
  });
});
