import { lengthOf, type Objects } from './store.ts';

/** What may be under way to a store at once. */
export type Pipe = {
  readonly puts: number;
  readonly bytes: number;
};

const usual: Pipe = { puts: 24, bytes: 64 * 1024 * 1024 };

/** Objects on their way. */
export interface Pipelined extends Objects {
  /** Waits until all that was put is kept. Throws the first fault of any. */
  drain(): Promise<void>;
}

/**
 * A store that takes bytes before it has written them, so that nobody waits for a network while there is work. Once as many
 * are under way as it may hold, the next put waits. A fault comes out of the next put, or of `drain`: nothing counts as kept
 * before that returned.
 */
export function pipelined(store: Objects, pipe: Pipe = usual): Pipelined {
  const underWay = new Set<Promise<void>>();
  let bytes = 0;
  let fault: unknown;

  const begin = (length: number, put: Promise<void>): void => {
    const one = put
      .catch((thrown: unknown) => {
        fault ??= thrown;
      })
      .finally(() => {
        underWay.delete(one);
        bytes -= length;
      });
    underWay.add(one);
    bytes += length;
  };
  const passOn = (): void => {
    if (fault !== undefined) throw fault;
  };

  return {
    put: async (digest, pieces) => {
      const length = lengthOf(pieces);
      // One that is longer than all that may be held goes alone.
      while (underWay.size >= pipe.puts || (underWay.size > 0 && bytes + length > pipe.bytes))
        await Promise.race(underWay);
      passOn();
      begin(length, store.put(digest, pieces));
    },
    holds: (digest) => store.holds(digest),
    drain: async () => {
      await Promise.all(underWay);
      passOn();
    },
  };
}
