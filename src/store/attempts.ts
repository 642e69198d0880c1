import { setTimeout } from 'node:timers/promises';
import { StoreFault } from './store.ts';

/** A fault that is likely gone by the next attempt: a store that is busy, a connection that broke, bytes that were torn. */
export class PassingFault extends Error {
  override name = 'PassingFault';
  /** Milliseconds that the other side wants to be left alone for. */
  readonly after: number;

  constructor(
    message: string,
    { after = 0, cause }: { readonly after?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.after = after;
  }
}

/** How long an action is tried. */
export type Patience = {
  readonly attempts: number;
  /** Milliseconds before the second attempt, at most; twice as many before each further one. */
  readonly first: number;
  /** Milliseconds between two attempts, at most. */
  readonly longest: number;
  /** Called at each attempt that failed. */
  readonly onFault?: ((fault: PassingFault) => void) | undefined;
};

/** About twelve seconds in all: a longer outage is for the queue, which gives the whole batch to somebody later. */
export const patience: Patience = { attempts: 9, first: 100, longest: 5_000 };

/**
 * Tries until it succeeds. Each pause is drawn from nothing up to its limit, so that workers that were refused together do
 * not come back together.
 *
 * Throws StoreFault when its patience is at its end; what is no passing fault at once.
 */
export async function tryAgain<T>(action: () => Promise<T>, how: Patience = patience): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (fault) {
      if (!(fault instanceof PassingFault)) throw fault;
      how.onFault?.(fault);
      if (attempt === how.attempts)
        throw new StoreFault(`${fault.message}, ${attempt} times in a row.`, { cause: fault });
      await setTimeout(fault.after + pauseBefore(attempt, how));
    }
  }
}

function pauseBefore(attempt: number, { first, longest }: Patience): number {
  return Math.random() * Math.min(longest, first * 2 ** (attempt - 1));
}
