import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../catalogue/rules/rules.ts';
import { readingFaults } from './reading-faults.ts';

const src = join(import.meta.dirname, '..');
const documented = [...readingFaults.flatMap(({ faults }) => faults), ...rules].map(({ id }) => id);

it('documents every fault that the program raises', () => {
  expect(raised().filter((id) => !documented.includes(id))).toEqual([]);
});

it('documents no fault that the program never raises', () => {
  const all = new Set([...raised(), ...rules.map(({ id }) => id)]);
  expect(documented.filter((id) => !all.has(id))).toEqual([]);
});

it('documents each fault once', () => {
  expect(documented.length).toBe(new Set(documented).size);
});

/**
 * The ids in the sources: what is handed first to a function that reports a fault, behind names of variables alone;
 * and what stands on a line that sets `rule`.
 */
function raised(): string[] {
  const reported =
    /\b(?:error|warning|note|report|reportAt|missingFile|\w*[fF]ault)\(\s*(?:[\w.]+,\s*)*'([a-z]+(?:-[a-z]+)+)'/g;
  const ids = sources().flatMap((text) => [
    ...[...text.matchAll(reported)].map(([, id]) => id!),
    ...(text.match(/^.*\brule(?:Id)?\b ?[:=].*$/gm) ?? []).flatMap((line) =>
      [...line.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, id]) => id!),
    ),
  ]);
  return [...new Set(ids)].sort();
}

function sources(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|fixture|samples|reading-faults/.test(path))
    .map((path) => readFileSync(join(src, path), 'utf8'));
}
