import { setTimeout } from 'node:timers/promises';
import type { OnFault } from '../records.ts';
import { isPassing } from './faults.ts';

/** A restart of PostgreSQL takes seconds; a machine that takes its place, minutes. */
const longest = 5 * 60_000;
const firstPause = 100;
const longestPause = 10_000;

/** Tries again what failed for a moment, less and less often. Throws what was thrown last. */
export async function patiently<T>(action: () => Promise<T>, onFault: OnFault): Promise<T> {
  const end = Date.now() + longest;
  for (let attempt = 0; ; attempt++) {
    try {
      return await action();
    } catch (thrown) {
      onFault(thrown);
      const pause = pauseAfter(attempt);
      if (!isPassing(thrown) || Date.now() + pause > end) throw thrown;
      await setTimeout(pause);
    }
  }
}

/** Anything between nothing and a doubled pause: workers that were cut off together do not come back together. */
function pauseAfter(attempt: number): number {
  return Math.random() * Math.min(longestPause, firstPause * 2 ** attempt);
}
