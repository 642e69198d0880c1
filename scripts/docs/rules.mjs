// The rules, each with lines that it finds fault with and their mending, and the faults of reading.
import { code, table } from './table.mjs';

/** All rules: a table to look one up in, then each with its reason and an example. */
export function rulesOf(rules) {
  const index = table(
    ['Rule', 'Weighs', 'Asks'],
    rules.map(({ id, severity, asks }) => [`[${code(id)}](#${id})`, severity, asks]),
  );
  return [index, ...rules.map(describeRule)].join('\n\n');
}

function describeRule({ id, asks, why, example }) {
  const [broken, mended] = [example.broken, example.mended].map((lines) => visible(lines).split('\n'));
  const diff = [...broken.filter(Boolean).map((line) => `- ${line}`), ...mended.map((line) => `+ ${line}`)];
  return `### ${id}\n\n${asks} ${why}\n\n\`\`\`diff\n# ${example.file}\n${diff.join('\n')}\n\`\`\``;
}

const widest = 96;

/** What nobody could see is named, and what nobody would read is cut. */
function visible(lines) {
  return lines
    .replace(
      /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `<U+${mark.codePointAt(0).toString(16).toUpperCase()}>`,
    )
    .split('\n')
    .map((line) => (line.length > widest ? `${line.slice(0, widest)}...` : line))
    .join('\n');
}

/** The faults of reading, by what is read. */
export function faultsOf(groups) {
  return groups
    .map(({ title, faults }) => {
      const rows = faults.map(({ id, severity, means, mend }) => [code(id), severity, means, mend]);
      return `### ${title}\n\n${table(['Fault', 'Is', 'What was found', 'How to mend it'], rows)}`;
    })
    .join('\n\n');
}
