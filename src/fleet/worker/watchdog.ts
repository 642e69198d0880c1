import { Worker } from 'node:worker_threads';

/** More than the longest pack takes between two turns of the event loop, by far. */
const longestStandstill = 300;

/** A thread that sleeps until the event loop turned, or did not for too long. It is a text, to be the same in one file. */
const watch = `
const { writeSync } = require('node:fs');
const { turns, seconds } = require('node:worker_threads').workerData;
for (let seen = 0; Atomics.wait(turns, 0, seen, seconds * 1000) !== 'timed-out'; ) seen = Atomics.load(turns, 0);
const msg = 'nothing moved for ' + seconds + ' seconds: the worker ends, and another tries its batch';
const line = { level: 'fatal', time: new Date().toISOString(), pid: process.pid, msg };
writeSync(2, JSON.stringify(line) + '\\n');
process.kill(process.pid, 'SIGKILL');
`;

/**
 * Ends this process when its event loop stands still for some seconds: with a contract that is never through, a worker would
 * hang for ever, and so would each that gets its batch afterwards. A death is something that the others learn from.
 */
export function guardAgainstStandstill(seconds: number = longestStandstill): { readonly end: () => void } {
  const turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const thread = new Worker(watch, { eval: true, execArgv: [], workerData: { turns, seconds } });
  thread.unref();
  const timer = setInterval(() => {
    Atomics.add(turns, 0, 1);
    Atomics.notify(turns, 0);
  }, seconds * 100);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      void thread.terminate();
    },
  };
}
