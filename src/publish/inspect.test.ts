import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../plan/plan.ts';
import { inspectOutput } from './inspect.ts';
import { Publisher } from './publish.ts';

let out: string;
const path = 'mail/1/mail-en.pdf';

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'annex-inspect-'));
  const publisher = new Publisher(out);
  const about = { path, kind: 'annex', format: 'pdf', product: 'mail', language: 'en' } as const;
  const artifact = { ...about, edition: '1', brand: 'neutral', draft: false, frozen: false };
  publisher.stage(artifact, new TextEncoder().encode('as made'));
  publisher.commit(everything, () => false);
  publisher.close();
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const found = () => inspectOutput(out).diagnostics.map(({ rule, place }) => `${rule} ${place.file}`);

describe('inspecting an output folder', () => {
  it('finds nothing in what was published, and gives its bytes', () => {
    expect(found()).toEqual([]);
    expect(inspectOutput(out).artifacts.map((artifact) => artifact.found?.length)).toEqual([7]);
  });

  it.each<[string, () => void, string[]]>([
    ['a changed file', () => writeFileSync(join(out, path), 'as Made'), [`output-checksum ${path}`]],
    ['a lost file', () => rmSync(join(out, path)), [`output-missing ${path}`]],
    [
      'a blank more in the manifest',
      () => appendFileSync(join(out, 'manifest.json'), ' '),
      ['output-manifest manifest.json'],
    ],
    ['no manifest', () => rmSync(join(out, 'manifest.json')), ['output-manifest manifest.json']],
    [
      'a line more in the checksums',
      () => appendFileSync(join(out, 'SHA256SUMS'), '\n'),
      ['output-checksum SHA256SUMS'],
    ],
    [
      'a file of somebody else',
      () => writeFileSync(join(out, 'mail', 'x.pdf'), ''),
      ['output-unlisted mail/x.pdf'],
    ],
    ['a hidden file, which is nobody’s', () => writeFileSync(join(out, '.gitkeep'), ''), []],
  ])('names %s', (_, damage, rules) => {
    damage();
    expect(found()).toEqual(rules);
  });
});
