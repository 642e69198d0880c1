import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { buildWorkspace } from '../pipeline.ts';
import type { Manifest } from '../publish/manifest.ts';
import { publishOutput } from '../runs/publish-output.ts';
import { type Served, startServer } from '../runs/serve.ts';
import { itWith } from './programs.ts';
import { publishSample, put } from './published.ts';

/* The download page where readers meet it: built, published twice, served, in a browser that obeys its policies. */
const folder = mkdtempSync(join(tmpdir(), 'annex-served-'));
const workspace = join(folder, 'workspace');
const target = join(folder, 'place');
const complaints: string[] = [];
let before: Manifest;
let earlier: Buffer;
let served: Served;
let browser: Browser | undefined;

beforeAll(async () => {
  const out = await publishSample(workspace);
  const options = { workspace, out, target };
  publishOutput(options);
  before = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const draft = before.artifacts.find(({ state, format }) => state === 'draft' && format === 'pdf')!;
  earlier = readFileSync(join(out, draft.path));
  const matrix = `data/products/${draft.product}/matrix.csv`;
  put(workspace, { [matrix]: readFileSync(join(workspace, matrix), 'utf8').replace('RA,I', 'I,RA') });
  await buildWorkspace({ workspace });
  publishOutput(options);
  served = await startServer({ workspace, out: target, port: 0 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path = '', server = served): Promise<Page> {
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(server.address + path, { waitUntil: 'networkidle' });
  return page;
}

describe('a page that is published and served', () => {
  itWith('chromium', 'is shown whole under the policies that come with it', async () => {
    const page = await open();
    expect(await page.locator('.row:visible h2').count()).toBe(3);
    await page.goto(`${served.address}page/list.html`, { waitUntil: 'networkidle' });
    expect(await page.evaluate('document.styleSheets[0].cssRules.length')).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  itWith('chromium', 'knows a document that it showed before the last delivery', async () => {
    const page = await open();
    const file = { name: 'annex.pdf', mimeType: 'application/pdf', buffer: earlier };
    await page.locator('#check-file').setInputFiles(file);
    await page.locator('.sum').waitFor();
    expect(await page.locator('.answer').innerText()).toContain('Genuine, and no longer listed');
    expect(complaints).toEqual([]);
  });

  itWith('chromium', 'asks for nothing that is not there, of a folder that was only built', async () => {
    const built = await startServer({ workspace, out: join(workspace, 'output'), port: 0 });
    const page = await open('', built);
    const file = { name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
    await page.locator('#check-file').setInputFiles(file);
    await page.locator('.sum').waitFor();
    await page.close();
    await built.close();
    expect(complaints).toEqual([]);
  });

  itWith('chromium', 'gives a web annex as it reads, and runs nothing of it', async () => {
    const { path } = before.artifacts.find(({ format, state }) => format === 'html' && state === 'built')!;
    const page = await open(path);
    expect(await page.locator('table').count()).toBeGreaterThan(0);
    expect(await page.evaluate('document.styleSheets[0].cssRules.length')).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
