// One program that takes a turn when it is told to: racer.mjs MODULE NAME SCRATCH. The module's `programs[NAME]` prepares: given
// the scratch folder it gives `{task, run}`, where `task` fetches what a place stands for, off the clock, and `run` makes it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spent } from './measure.mjs';

const [module, name, scratch] = process.argv.slice(2);
const { programs } = await import(module);
const { task, run } = await programs[name](scratch);

process.on('message', async ({ places, out }) => {
  const tasks = places.map(task);
  const outputs = [];
  const milliseconds = await spent(async () => {
    for (const one of tasks) outputs.push(await run(one));
  });
  if (out) for (const [i, place] of places.entries()) writeFileSync(join(out, String(place)), outputs[i]);
  process.send({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 });
});
