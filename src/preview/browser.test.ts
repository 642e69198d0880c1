import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { type Preview, startPreview } from '../runs/previewing/dev.ts';
import { itWith } from '../worlds/programs.ts';

/** The web page that is shown; while another is on its way, that one is there as well. */
const web = 'iframe:not(.coming)';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const header = 'id,section,activity,customer,provider\n';
const activities = Array.from({ length: 60 }, (_, i) => `row-${i},use,Activity number ${i},I,RA\n`);
const matrix = 'data/products/mail/matrix.csv';
const files: Readonly<Record<string, string>> = {
  'annex.yaml': 'format: 1\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/products/mail/product.yaml':
    'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\nlinks: [{ text: Terms, url: https://example.com/terms }]\n',
  [matrix]: `${header}${activities.join('')}`,
  'data/products/disk/product.yaml': 'name: Disk\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/disk/matrix.csv': `${header}format,use,Format the disk,RA,I\n`,
};

const root = mkdtempSync(join(tmpdir(), 'annex-preview-'));
let browser: Browser | undefined;
let preview: Preview;

beforeEach(async () => {
  for (const [path, text] of Object.entries(files)) edit(path, text);
  preview = await startPreview({ workspace: root, port: 0 });
});
afterEach(async () => {
  await preview.close();
  rmSync(join(root, 'templates'), { recursive: true, force: true });
});
afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

function edit(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const withCell = (text: string) => files[matrix]!.replace('Activity number 0', text);

/** Opens a view of the product Mail, and waits until its document is shown. */
async function open(view: string, options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${preview.address}?product=mail&language=en&view=${view}`);
  await shown(page, 0);
  return page;
}

const shown = (page: Page, revision: number) =>
  page.locator(`main[data-revision="${revision}"]`).waitFor({ timeout: 30_000 });

const pictureOf = (page: Page, number: number) =>
  page.evaluate(`document.querySelectorAll('canvas')[${number - 1}].toDataURL()`);

/** What axe finds against WCAG 2.2 AA and its own good practice: the rule, and the first element that breaks it. */
function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(`(() => { ${axe}; return axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html)) })()`);
}

describe('in a browser, a preview', () => {
  itWith(
    'chromium',
    'draws an edit of a cell on the page that it stands on, and leaves the reader there',
    async () => {
      const page = await open('pages');
      await page.locator('canvas').nth(1).waitFor();
      await page.evaluate('document.getElementById("stage").scrollTop = 200');
      const before = await pictureOf(page, 1);
      edit(matrix, withCell('Another text altogether'));
      await shown(page, 1);
      expect(await pictureOf(page, 1)).not.toBe(before);
      expect(await page.evaluate('document.getElementById("stage").scrollTop')).toBe(200);
    },
  );

  for (const view of ['web', 'workbook']) {
    itWith(
      'chromium',
      `shows an edit of a cell in the view ${view}, scrolled to where its reader was`,
      async () => {
        const page = await open(view);
        await page.evaluate('frames[0].scrollTo(0, 150)');
        edit(matrix, withCell('Another text altogether'));
        await shown(page, 1);
        const frame = page.frameLocator(web);
        expect(await frame.getByText('Another text altogether').count()).toBeGreaterThan(0);
        expect(await page.evaluate('frames[0].scrollY')).toBe(150);
      },
    );
  }

  itWith('chromium', 'shows an edit of a template and of a brand', async () => {
    const page = await open('web');
    const shipped = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const template = 'templates/annex.hbs';
    edit(template, shipped(template).replace('<h1>{{product}}</h1>', '<h1>My own {{product}}</h1>'));
    await page.frameLocator(web).getByRole('heading', { name: 'My own Mail' }).waitFor();
    const brand = 'templates/brands/neutral/brand.yaml';
    edit(brand, shipped(brand).replace(/^name:.*$/m, 'name: Acme'));
    await page.frameLocator(web).getByText('Acme').first().waitFor();
  });

  itWith('chromium', 'keeps the last good pages beside the finding that explains why', async () => {
    const page = await open('pages');
    const before = await pictureOf(page, 1);
    edit(matrix, files[matrix]!.replace('I,RA', 'I,RX'));
    await shown(page, 1);
    expect(await pictureOf(page, 1)).toBe(before);
    expect(await page.locator('#notice').textContent()).toContain('last state that could be made');
    expect(await page.locator('#found .error .place').textContent()).toBe(`${matrix}:2:31`);
    edit(matrix, files[matrix]!);
    await shown(page, 2);
    expect(await page.locator('#notice').isVisible()).toBe(false);
    expect(await page.locator('#summary').textContent()).toBe('no findings');
  });

  itWith('chromium', 'goes from view to view and from product to product by keyboard, and back', async () => {
    const page = await open('pages');
    await page.getByRole('link', { name: 'Web page' }).focus();
    await page.keyboard.press('Enter');
    await page.frameLocator(web).getByText('Activity number 0').first().waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Web page');
    await page.getByRole('link', { name: 'en: Disk, English' }).press('Enter');
    await page.frameLocator(web).getByText('Format the disk').first().waitFor();
    await page.goBack();
    await page.frameLocator(web).getByText('Activity number 0').first().waitFor();
    expect(await page.title()).toBe('Mail, English · Preview');
  });

  itWith('chromium', 'asks nobody else for anything, and its policy stops nothing of its own', async () => {
    const page = await open('pages');
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    for (const name of ['Web page', 'Workbook', 'Pages'])
      await page.getByRole('link', { name, exact: true }).click();
    await page.locator('canvas').first().waitFor();
    expect(asked.filter((address) => !address.startsWith(preview.address))).toEqual([]);
    expect(said).toEqual([]);
  });

  itWith(
    'chromium',
    'leaves a link of the document to a page of its own, and stays with the document',
    async () => {
      const page = await open('web');
      await page.context().route('https://example.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
      const [other] = await Promise.all([
        page.context().waitForEvent('page'),
        page.frameLocator(web).getByRole('link', { name: 'Terms' }).click(),
      ]);
      expect(other.url()).toBe('https://example.com/terms');
      expect(await page.evaluate('frames[0].location.pathname')).toBe('/made/mail/en.html');
    },
  );

  itWith('chromium', 'says that it has ended, and goes on when it is started again', async () => {
    const page = await open('web');
    await preview.close();
    await vi.waitFor(async () => expect(await page.locator('#notice').textContent()).toContain('has ended'));
    preview = await startPreview({ workspace: root, port: Number(new URL(preview.address).port) });
    await page.locator('#notice').waitFor({ state: 'hidden', timeout: 30_000 });
  });

  const desktop = { width: 1440, height: 900 };
  const telephone = { width: 320, height: 640 };
  for (const [view, colorScheme, viewport] of [
    ['pages', 'light', desktop],
    ['web', 'dark', telephone],
    ['workbook', 'light', telephone],
    ['pages', 'dark', desktop],
  ] as const) {
    itWith(
      'chromium',
      `breaks no rule of WCAG 2.2 AA: ${view}, ${colorScheme}, ${viewport.width} wide`,
      async () => {
        const page = await open(view, { colorScheme, viewport });
        edit(matrix, files[matrix]!.replace('I,RA', 'I,RX').replace('I,RA', 'RA,RA'));
        await shown(page, 1);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      },
    );
  }
});
