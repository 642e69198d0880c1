// How things are measured: in turn, each with a clean heap, as processor time on the one core they are pinned to. Other work
// on the machine stretches the clock on the wall, and hardly the processor's.

/** Turns for which there must be tasks that only warm up. */
export const warmTurns = 4;

/** A program is warm when it gains less than a twentieth from one group of turns to the next. */
const warmUp = { group: 4, gain: 0.05, least: 16, most: 64 };

/**
 * Lets each program do the next `size` of its tasks, one program after the other, forwards and backwards by turns, when all are
 * warm. `programs` maps a name to `{tasks, turn}`, where `turn` does some tasks and gives `{milliseconds, outputs}`. Gives
 * milliseconds a task by program and round; `keep` gets every output, off the clock.
 */
export async function inTurn(programs, { rounds, size, keep }) {
  const names = Object.keys(programs);
  const costs = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await warm(programs[name], size);
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const { tasks, turn } = programs[name];
      const own = turnOf(tasks, warmTurns + round, size);
      const { milliseconds, outputs } = await turn(own);
      for (const [i, output] of outputs.entries()) await keep(name, own[i], output);
      costs[name].push(milliseconds / size);
    }
  return costs;
}

/** Compilers of machine code take their time: a program runs until it gets no quicker. */
async function warm({ tasks, turn }, size) {
  const { group, gain, least, most } = warmUp;
  const spentOn = [];
  while (spentOn.length < most) {
    spentOn.push((await turn(turnOf(tasks, spentOn.length % warmTurns, size))).milliseconds);
    const [before, last] = [spentOn.slice(-2 * group, -group), spentOn.slice(-group)].map(sum);
    if (spentOn.length >= least && last > before * (1 - gain)) return;
  }
}

function turnOf(tasks, number, size) {
  const own = tasks.slice(number * size, (number + 1) * size);
  if (own.length < size) throw new Error(`too few tasks for turn ${number}`);
  return own;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** A turn in this process. */
export function here(run) {
  return async (tasks) => {
    const outputs = [];
    globalThis.gc?.();
    const milliseconds = await spent(async () => {
      for (const task of tasks) outputs.push(await run(task));
    });
    return { milliseconds, outputs };
  };
}

/** Processor milliseconds of this process, all its threads together. */
export async function spent(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median of the ratios of each round. */
export function ratio(ones, others) {
  return median(ones.map((one, i) => one / others[i]));
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}
