// Paints the preview of `annex dev` in Chromium, at the moment when somebody has just mistyped a code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const window = { width: 1280, height: 760 };

/** A PNG of the page. `folder` is an empty one to work in. */
export async function paintPreview(root, folder) {
  for (const name of ['annex.yaml', 'data', 'templates'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const preview = spawn(process.execPath, [join(root, 'dist/cli/annex.js'), 'dev', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const [address] = await once(preview.stdout.setEncoding('utf8'), 'data');
    const page = await (await browser.newContext({ viewport: window })).newPage();
    await page.goto(`${address.trim()}?product=email-pro&language=fr`);
    await page.locator('main[data-revision="0"]').waitFor();
    mistype(join(folder, 'data/products/email-pro/matrix.csv'));
    await page.locator('main[data-revision="1"]').waitFor();
    return await page.screenshot();
  } finally {
    await browser.close();
    preview.kill('SIGINT');
  }
}

function mistype(matrix) {
  writeFileSync(matrix, readFileSync(matrix, 'utf8').replace(',RA,I\n', ',RX,I\n'));
}
