// How long it takes from an edit to its picture in `annex dev`: this repository's workspace, copied, in a real Chromium.
// Prints medians over 20 edits of a cell, a template and a brand, in each view. Measure on a machine that has nothing else to do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = 20;
/** Milliseconds for the program to get under way, and between two edits of a person in a hurry. */
const [start, between] = [5000, 500];

/** What is edited, and how: each round gives another text, and every text can be seen on the first page. */
const edits = {
  cell: {
    path: 'data/products/email-pro/matrix.csv',
    change: (text, round) => text.replace('Choose and configure', `Choose ${round} and configure`),
  },
  template: {
    path: 'templates/annex.hbs',
    change: (text, round) => text.replace('<h1>{{product}}</h1>', `<h1>{{product}} ${round}</h1>`),
  },
  brand: {
    path: 'templates/brands/ovhcloud/brand.yaml',
    change: (text, round) => text.replace(/(muted: *)'#[0-9A-F]{6}'/, `$1'#5A60${16 + round}'`),
  },
};

const workspace = mkdtempSync(join(tmpdir(), 'annex-preview-'));
let preview;
let browser;
try {
  for (const name of ['annex.yaml', 'data', 'templates'])
    cpSync(join(root, name), join(workspace, name), { recursive: true });
  preview = spawn(
    process.execPath,
    [join(root, 'dist/cli/annex.js'), 'dev', '-w', workspace, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [address] = await once(preview.stdout.setEncoding('utf8'), 'data');
  await pause(start);
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  for (const view of ['pages', 'web', 'workbook']) await measureView(page, address.trim(), view);
} finally {
  await browser?.close();
  preview?.kill('SIGINT');
  rmSync(workspace, { recursive: true, force: true });
}

async function measureView(page, address, view) {
  await page.goto(`${address}?product=email-pro&language=en&view=${view}`);
  await page.locator('main[data-revision]').waitFor();
  await watchPainting(page);
  for (const [what, edit] of Object.entries(edits)) {
    // The workbook has no part in the annex's template.
    if (view === 'workbook' && what === 'template') continue;
    const times = await measureEdits(page, edit);
    const [least, median, most] = [times[0], times[times.length >> 1], times.at(-1)];
    console.log(`${view.padEnd(9)} ${what.padEnd(9)} ${median} ms (${least} to ${most})`);
  }
}

/** Notes when a new revision has been painted: two frames after the page says so, the first has been shown. */
function watchPainting(page) {
  return page.evaluate(`
    window.painted = [];
    const note = () => painted.push(performance.timeOrigin + performance.now());
    new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(note)))
      .observe(document.getElementById('document'), { attributeFilter: ['data-revision'] });`);
}

async function measureEdits(page, { path, change }) {
  const file = join(workspace, path);
  const text = readFileSync(file, 'utf8');
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await pause(between);
    await page.evaluate('void (painted.length = 0)');
    const edited = performance.timeOrigin + performance.now();
    writeFileSync(file, change(text, round));
    times.push(Math.round((await firstPainted(page)) - edited));
  }
  return times.sort((a, b) => a - b);
}

async function firstPainted(page) {
  for (;;) {
    const first = await page.evaluate('painted[0]');
    if (first !== undefined) return first;
    await pause(10);
  }
}
