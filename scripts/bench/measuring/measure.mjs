// How things are measured: in turn, as processor time on the one core that they are pinned to. Other work on the machine
// stretches the clock on the wall, and hardly the processor's.

/** Turns for which there must be documents that only warm up. */
export const warmTurns = 4;

/** A program is warm when it gains less than a twentieth from one group of turns to the next. */
const warmUp = { group: 4, gain: 0.05, least: 24, most: 64 };

/**
 * Lets each program make the next `size` documents, one program after the other, forwards and backwards by turns, when all are
 * warm. `programs` maps a name to a turn: a function of the places of documents, which gives `{milliseconds, outputs}`, the
 * outputs where the turn counts. Gives milliseconds a document by program and round; `keep` gets every output.
 */
export async function inTurn(programs, { rounds, size, keep }) {
  const names = Object.keys(programs);
  const costs = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await warm(programs[name], size);
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const places = placesOf(warmTurns + round, size);
      const { milliseconds, outputs } = await programs[name](places, true);
      for (const [i, output] of outputs.entries()) await keep(name, places[i], output);
      costs[name].push(milliseconds / size);
    }
  return costs;
}

/** Compilers of machine code take their time: a program runs until it gets no quicker. */
async function warm(turn, size) {
  const { group, gain, least, most } = warmUp;
  const spentOn = [];
  while (spentOn.length < most) {
    spentOn.push((await turn(placesOf(spentOn.length % warmTurns, size), false)).milliseconds);
    const [before, last] = [spentOn.slice(-2 * group, -group), spentOn.slice(-group)].map(sum);
    if (spentOn.length >= least && last > before * (1 - gain)) return;
  }
}

function placesOf(turn, size) {
  return Array.from({ length: size }, (_, i) => turn * size + i);
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

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
