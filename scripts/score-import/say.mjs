const counts = ['expected', 'found', 'extra', 'right', 'wrong', 'flagged'];

export const bar =
  'The bar: recall at least 99 %, extra rows at most 0.5 %, code cells wrong without a flag 0, on mangled pages too.';

export function addUp(scores) {
  return Object.fromEntries(
    counts.map((name) => [name, scores.reduce((sum, score) => sum + score[name], 0)]),
  );
}

export function meetsBar(known, shapes) {
  const isFound = known.found >= 0.99 * known.expected && known.extra <= 0.005 * known.expected;
  return known.expected > 0 && isFound && known.wrong === 0 && shapes.wrong === 0;
}

export function sayPage(score) {
  const faults = score.isShape ? score.faults.filter((fault) => !fault.startsWith('missing')) : score.faults;
  return [`${sayCounts(score)}  ${score.path}`, ...faults.slice(0, 5).map((fault) => `    ${fault}`)].join(
    '\n',
  );
}

export function sayTotals(name, total) {
  const percent = (part) => (total.expected === 0 ? '-' : `${((100 * part) / total.expected).toFixed(2)} %`);
  return `\n${name}\n${sayCounts(total)}\nrecall ${percent(total.found)}, extra ${percent(total.extra)}, code cells wrong without a flag: ${total.wrong}`;
}

function sayCounts(score) {
  const rows = `rows ${pad(score.expected)} expected ${pad(score.found)} found ${pad(score.extra)} extra`;
  return `${rows}  cells ${pad(score.right)} right ${pad(score.wrong)} wrong ${pad(score.flagged)} flagged`;
}

const pad = (count) => String(count).padStart(5);
