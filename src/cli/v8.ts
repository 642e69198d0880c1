import { setFlagsFromString } from 'node:v8';

/** Asks of V8 what suits a command: a process that makes some documents and ends. */
export function tuneV8(): void {
  // A heap may grow to several times what is alive in it before V8 looks: that is much memory for no time that was seen.
  setFlagsFromString('--heap-growing-percent=40');
  setFlagsFromString(laterOptimizing);
  // What is young is looked at between documents (make/sweep.ts): nothing of one has to be put where the old things are.
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * V8 compiles a function to its best machine code once it ran for a while, and for most functions of a command that never pays.
 * Where it waits thirty times as long, one annex takes 0.7 of the processor time, 28 take 0.67, and hundreds the same.
 * Node 22 counts calls where Node 20 counts bytes of code, and complains of a flag that it does not know.
 */
const laterOptimizing =
  Number.parseInt(process.versions.v8, 10) < 12
    ? '--interrupt-budget=2000000'
    : '--invocation-count-for-turbofan=45000';

/**
 * Asks of V8 to hold little: for who reads a table of a million rows, of which nothing is kept. What such reading leaves behind
 * would grow the heap by half; swept at once, it costs a twentieth of the time.
 */
export function holdLittle(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
