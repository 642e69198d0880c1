import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { pack } from '../cli/declare/pack.ts';
import { worker } from '../cli/declare/worker.ts';

const folder = 'docs/fleet';
const declared = { pack, worker };

/** Every list or line of words in a YAML file that calls a command of ours. */
function callsIn(value: unknown): string[][] {
  if (typeof value === 'string' && /^(?:pack|worker) --/.test(value)) return [value.split(/\s+/)];
  if (Array.isArray(value)) {
    if (value[0] === 'pack' || value[0] === 'worker') return [value.map(String)];
    return value.flatMap(callsIn);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(callsIn) : [];
}

function readDocuments(name: string): unknown[] {
  return parseAllDocuments(readFileSync(join(folder, name), 'utf8'), { merge: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

describe.each(['compose.yaml', 'kubernetes.yaml'])('docs/fleet/%s', (name) => {
  const calls = readDocuments(name).flatMap(callsIn);

  it('calls the command with options that it has', () => {
    expect(new Set(calls.map(([command]) => command))).toEqual(new Set(['pack', 'worker']));
    for (const [command, ...words] of calls) {
      const options = words.flatMap((word) => (word.startsWith('--') ? [word.slice(2).split('=')[0]!] : []));
      const known = Object.keys(declared[command as keyof typeof declared].options);
      expect(known).toEqual(expect.arrayContaining(options));
    }
  });

  it('names files that are there', () => {
    const text = readFileSync(join(folder, name), 'utf8');
    const named = [...text.matchAll(/docs\/fleet\/([\w.-]+\.\w+)|\.\/([\w.-]+\.sql)/g)].map(
      ([, one, other]) => one ?? other,
    );
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(named));
  });

  it('puts no secret on a command line', () => {
    for (const words of calls) expect(words.join(' ')).not.toMatch(/password|:[^/\s]+@/i);
  });
});
