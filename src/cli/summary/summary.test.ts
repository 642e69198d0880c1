import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { BuildResult } from '../../pipeline.ts';
import type { PublishedArtifact } from '../../publish/manifest.ts';
import type { PublishResult } from '../../runs/publish-output.ts';
import { appendSummary } from './append.ts';
import { summarizeBuild } from './build.ts';
import { summarizePublished } from './publish.ts';

const finding = (severity: LocatedDiagnostic['severity'], message: string): LocatedDiagnostic => ({
  rule: 'code-unknown',
  severity,
  message,
  hints: [],
  place: { file: 'data/products/mail/matrix.csv', line: 2, column: 22 },
});
const artifact = (path: string) => ({ path, bytes: 1000 }) as PublishedArtifact;
const built = (paths: readonly string[], diagnostics: readonly LocatedDiagnostic[]): BuildResult => ({
  out: 'output',
  diagnostics,
  publication: {
    artifacts: [],
    made: paths.map(artifact),
    unchanged: [artifact('web.pdf')],
    kept: [],
    pruned: [],
  },
  held: [],
  reasons: new Map(paths.map((path) => [path, { kind: 'sources', paths: ['data/wording.csv'] }])),
});
const published: PublishResult = {
  target: '/srv',
  shown: 'manifests/000002.json',
  added: ['mail/1/a (b)#?.pdf'],
  replaced: ['index.html'],
  unchanged: 3,
  pruned: [],
  diagnostics: [],
};

it('says of a build what was made and why, and the worst findings first', () => {
  const findings = [finding('warning', 'A | B'), finding('error', "'RX' is not a code of RACI.")];
  expect(
    summarizeBuild(built(['mail.pdf'], findings)),
  ).toBe(`### annex build: 1 made, 1 unchanged, 0 kept, 0 gone; 1 error, 1 warning

|  | Rule | Place | Finding |
| --- | --- | --- | --- |
| error | code&#45;unknown | data/products/mail/matrix.csv:2:22 | 'RX' is not a code of RACI. |
| warning | code&#45;unknown | data/products/mail/matrix.csv:2:22 | A &#124; B |

**Made**

- mail.pdf: changed: data/wording.csv

`);
});

it('stays below what a build server takes, however large the workspace and however long its texts', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `${'<'.repeat(3000)}${at}`);
  const build = summarizeBuild(
    built(
      many,
      many.map((text) => finding('error', text)),
    ),
  );
  const publish = summarizePublished(
    { ...published, added: many, replaced: many, pruned: many },
    new URL('https://annexes.example/'),
  );
  expect(build).toContain('19990 more findings.');
  expect(publish).toContain('- and 19950 more');
  expect(Buffer.byteLength(build + publish)).toBeLessThan(1 << 20);
});

it('links what was published to where readers open it', () => {
  expect(
    summarizePublished(published, new URL('https://annexes.example/raci')),
  ).toBe(`### annex publish: 1 new, 1 replaced, 0 gone

Readers see \`manifests/000002.json\` at https://annexes.example/raci/

**New**

- [mail/1/a &#40;b&#41;&#35;?.pdf](https://annexes.example/raci/mail/1/a%20%28b%29%23%3f.pdf)

**Replaced**

- [index.html](https://annexes.example/raci/index.html)

`);
});

it('is written behind what other steps wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annex-summary-'));
  const path = join(folder, 'summary.md');
  for (const text of ['one\n', 'two\n']) appendSummary(path, text);
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  rmSync(folder, { recursive: true });
});
