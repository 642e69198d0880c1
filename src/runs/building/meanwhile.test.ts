import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BuildOptions, buildWorkspace } from '../../pipeline.ts';
import { everything } from '../../plan/plan.ts';

const matrix = 'id,section,activity,customer,provider\nbackup,use,Back up,I,RA\nrestore,use,Restore,RA,I\n';
const files = {
  'annex.yaml': 'format: 1\nlanguages: [en]\nformats: [md]\n',
  'data/sections.csv': 'section,title\nuse,Use\n',
  'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\n",
  'data/products/mail/matrix.csv': matrix,
  'data/products/web/product.yaml': "name: Web\nedition: '1'\nupdated: 2026-03-01\n",
  'data/products/web/matrix.csv': matrix,
};
const request = { ...everything, formats: ['md'] };
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-meanwhile-'));
  for (const [path, text] of Object.entries(files)) put(path, text);
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

it('makes what it read, though sources change while it makes, and the next build makes what they say then', async () => {
  const before = await build();
  const meanwhile = await build({ force: true, onProgress: editAll });
  expect(meanwhile).toEqual(before);
  const after = await build();
  expect(after.mail).toContain('Delete');
  expect(after.web).toContain('Delete');
});

/** What is published of each product. */
async function build(options: Partial<BuildOptions> = {}) {
  const { publication, diagnostics, out } = await buildWorkspace({ workspace, request, jobs: 1, ...options });
  expect(diagnostics).toEqual([]);
  const texts = publication!.artifacts.map(({ product, path }) => [
    product,
    readFileSync(join(out, path), 'utf8'),
  ]);
  return Object.fromEntries(texts) as Record<'mail' | 'web', string>;
}

function editAll(): void {
  for (const product of ['mail', 'web'])
    put(`data/products/${product}/matrix.csv`, matrix.replace('Restore', 'Delete'));
}

function put(path: string, text: string): void {
  const file = join(workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
