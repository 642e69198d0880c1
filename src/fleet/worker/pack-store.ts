import { pipelined } from '../../store/pipelined.ts';
import { lengthOf, type Objects, type Store } from '../../store/store.ts';

/** A store that packs are made into, and that tells when all is there. */
export type PackStore = Store & {
  /** Waits until all that was put is kept. Throws StoreFault. */
  readonly drain: () => Promise<void>;
};

/** Objects that many machines share as the store of a batch. Packs have no names there. */
export function openPackStore(objects: Objects, onStored: (bytes: number) => void): PackStore {
  const pipe = pipelined({
    holds: (digest) => objects.holds(digest),
    put: async (digest, pieces) => {
      await objects.put(digest, pieces);
      onStored(lengthOf(pieces));
    },
  });
  const nameNothing = async () => {};
  return {
    put: (digest, pieces) => pipe.put(digest, pieces),
    holds: (digest) => pipe.holds(digest),
    drain: () => pipe.drain(),
    name: nameNothing,
    unname: nameNothing,
    sweep: nameNothing,
  };
}
