import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { composeAnnex, loadAnnexTemplates } from '../../compose/annex/compose.ts';
import { brand, kiosk, plant, shippedSource, words } from '../../compose/annex/fixture.ts';
import { composeChange, loadChangeTemplates } from '../../compose/change/compose.ts';
import { changeSamples } from '../../compose/change/samples.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import { itWith } from '../../worlds/programs.ts';
import { sampleAnnex } from '../fixture/annex.ts';
import { livelyLook } from '../fixture/looks.ts';
import { text } from '../fixture/pieces.ts';
import { htmlFormat } from './format.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const templates = loadAnnexTemplates(shippedSource, words).value!;
const small = composeAnnex(kiosk, brand, templates).value!;
const wide = composeAnnex(plant, { ...brand, cover: 'block' }, templates).value!;
const changes = composeChange(changeSamples[0]!, kiosk, loadChangeTemplates(shippedSource, words).value!, {
  brand,
  words,
  hasNarrow: true,
}).value!;
const lively = { ...small, look: livelyLook };

const desktop = { width: 1280, height: 900 };
const telephone = { width: 320, height: 640 };
const cases: readonly (readonly [string, AnnexDocument, BrowserContextOptions])[] = [
  ['two parties, notes and links on a light desktop', small, { colorScheme: 'light', viewport: desktop }],
  ['two parties, notes and links on a dark telephone', small, { colorScheme: 'dark', viewport: telephone }],
  ['four parties and notices on a dark desktop', wide, { colorScheme: 'dark', viewport: desktop }],
  ['four parties and notices on a light telephone', wide, { colorScheme: 'light', viewport: telephone }],
  ['changes side by side on a light desktop', changes, { colorScheme: 'light', viewport: desktop }],
  ['changes side by side on a dark telephone', changes, { colorScheme: 'dark', viewport: telephone }],
  ['lively colours on a light telephone', lively, { colorScheme: 'light', viewport: telephone }],
  ['lively colours on a dark desktop', lively, { colorScheme: 'dark', viewport: desktop }],
];

let browser: Browser | undefined;
afterAll(() => browser?.close());

async function open(document: AnnexDocument, options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext(options)).newPage();
  const html = new TextDecoder().decode((await htmlFormat.render(document)).bytes);
  const address = 'https://annex.example/';
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ body: html, contentType: 'text/html' })
      : route.abort(),
  );
  await page.goto(address);
  return page;
}

/** What axe finds against WCAG 2.2 AA and its own good practice: the rule, and the first element that breaks it. */
function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(`(() => { ${axe}; return axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html)) })()`);
}

describe('in a browser, the page', () => {
  for (const [what, document, options] of cases) {
    itWith('chromium', `with ${what} breaks no rule of WCAG 2.2 AA and never scrolls sideways`, async () => {
      const page = await open(document, options);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    });
  }

  itWith('chromium', 'asks for nothing, and its policy stops nothing of its own', async () => {
    const page = await open(sampleAnnex());
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    await page.reload();
    expect(asked.filter((address) => !address.startsWith('data:'))).toEqual(['https://annex.example/']);
    expect(said).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.querySelector("thead")).borderBottomStyle')).toBe(
      'solid',
    );
  });

  itWith('chromium', 'stays a table for listeners where a telephone shows blocks', async () => {
    const page = await open(small, { viewport: telephone });
    const tree = await page.locator('table').first().ariaSnapshot();
    expect(tree).toContain('- columnheader "Customer"');
    expect(tree).toContain('- rowheader "Choose the size of the kiosk and the place it will stand in"');
    expect(tree).toContain('- cell "Responsible, Accountable"');
  });

  itWith('chromium', 'shows hostile text as it was typed, and runs none of it', async () => {
    const hostile = `</style><script>document.title='x'</script>"'&amp;{{x}}`;
    const line = { left: [text(hostile)], right: [], style: sampleAnnex().runningHeader!.style };
    const page = await open({ ...small, runningFooter: line });
    expect(await page.title()).toBe(small.metadata.title);
    expect(await page.locator('footer p').last().textContent()).toBe(hostile);
  });
});
