// Programs that take turns, each in a process of its own: no heap, cache or compiled code of one reaches another.
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('racer.mjs', import.meta.url));

/**
 * Starts programs that a module of `prepare` functions knows by name. `work` gets a turn for each and `peaks`, which tells
 * the peak of their memory in megabytes; they end with it.
 */
export async function withRacers(module, names, scratch, work) {
  const racers = names.map((name, number) =>
    startRacer(module, name, scratch, join(scratch, `made-${number}`)),
  );
  try {
    const turns = Object.fromEntries(names.map((name, i) => [name, racers[i].turn]));
    return await work(turns, () => new Map(names.map((name, i) => [name, racers[i].peak()])));
  } finally {
    for (const { end } of racers) end();
  }
}

function startRacer(module, name, scratch, out) {
  mkdirSync(out, { recursive: true });
  const child = fork(script, [module, name, scratch]);
  const answers = on(child, 'message', { close: ['exit'] });
  let peak = 0;
  return {
    async turn(places, isCounted) {
      child.send({ places, ...(isCounted && { out }) });
      const { value, done } = await answers.next();
      if (done) throw new Error(`${name} ended with exit code ${child.exitCode}`);
      const [{ milliseconds, megabytes }] = value;
      peak = megabytes;
      const outputs = isCounted ? places.map((place) => readFileSync(join(out, String(place)))) : [];
      return { milliseconds, outputs };
    },
    peak: () => peak,
    end: () => child.kill(),
  };
}
