// Chromium prints the web page of the same annex, a few times, for scale: its processes are its own, so by the clock on the wall.
import { existsSync } from 'node:fs';
import { median } from '../measuring/measure.mjs';
import { openArtifacts } from '../measuring/program.mjs';

const executablePath = process.env.BENCH_CHROMIUM ?? '/usr/bin/chromium';
const times = 3;
const chromiumMissing = { what: `Chromium (${executablePath})`, installedBy: 'npm run setup:checks' };

/** A row for the table, or the word that Chromium is missing. */
export async function chromiumOnce(folder) {
  if (!existsSync(executablePath)) return { rows: [], missing: [chromiumMissing] };
  const { chromium } = await import('playwright-core');
  const opened = await openArtifacts(folder, ['html']);
  const html = new TextDecoder().decode(await opened.make(opened.artifacts[0]));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const spent = [];
    let bytes;
    for (let i = 0; i <= times; i++) {
      const start = performance.now();
      await page.setContent(html);
      bytes = await page.pdf({ format: 'A4', tagged: true });
      if (i > 0) spent.push(performance.now() - start);
    }
    const row = [
      'Chromium, tagged (wall clock)',
      median(spent).toFixed(1),
      '',
      '',
      (bytes.length / 1000).toFixed(0),
      '',
    ];
    return { rows: [row], missing: [] };
  } finally {
    await browser.close();
  }
}
