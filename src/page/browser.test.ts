import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { buildWorkspace } from '../pipeline.ts';
import { inspectOutput } from '../publish/inspect.ts';
import type { Manifest } from '../publish/manifest.ts';
import { unpackZip } from '../readers/zip.ts';
import { itWith } from '../worlds/programs.ts';
import { publishSample, put } from '../worlds/published.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const workspace = mkdtempSync(join(tmpdir(), 'annex-page-'));
const desktop = { width: 1320, height: 1000 };
const telephone = { width: 360, height: 740 };

let browser: Browser | undefined;
let server: Server;
/** Below a path, as pages of a repository are. */
let site: string;
/** Files that the server gives otherwise than they were published. */
const altered = new Map<string, string>();
/** What pages said was wrong, and what they asked others for. */
const complaints: string[] = [];
let out: string;
let manifest: Manifest;

beforeAll(async () => {
  out = await publishSample(workspace);
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  site = `http://localhost:${(server.address() as AddressInfo).port}/contracts/annexes/`;
}, 60_000);
afterEach(() => {
  altered.clear();
  expect(complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(workspace, { recursive: true, force: true });
});

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const path = decodeURIComponent(url.replace(/^\/contracts\/annexes\//, '')) || 'index.html';
  const body = altered.get(path) ?? read(path);
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': typeOf(path) }).end(body);
}

type Visit = BrowserContextOptions & {
  /** Behind the address of the page. */
  readonly at?: string;
  readonly site?: string;
};

/** Opens the published page; whatever it asks for from elsewhere, or complains of, fails the test. */
async function open({ at = '', site: base = site, ...options }: Visit = {}): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--host-resolver-rules=MAP annex.example 127.0.0.1'],
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: desktop, ...options });
  const page = await context.newPage();
  const { origin } = new URL(base);
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('console', (message) => {
    if (!message.text().includes('404')) complaints.push(message.text());
  });
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && !['data:', 'blob:'].includes(protocol)) complaints.push(request.url());
  });
  await page.goto(base + at);
  return page;
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(join(out, path));
  } catch {
    return undefined;
  }
}

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
    woff2: 'font/woff2',
    pdf: 'application/pdf',
    json: 'application/json',
  };
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html';
}

const names = (page: Page) => page.locator('.row:visible h2').allTextContents();
const count = (page: Page) => page.locator('.count').textContent();
const artifact = (product: string, edition: string, language: string, format = 'pdf') =>
  manifest.artifacts.find(
    (one) =>
      one.product === product &&
      one.edition === edition &&
      one.language === language &&
      one.format === format,
  )!;

/** Gives a file to the page as its reader would choose it, and reads the answer. */
async function check(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await page.locator('.answer').evaluate((answer) => answer.replaceChildren());
  await page.locator('#check-file').setInputFiles(file);
  await page.locator('.sum').waitFor();
  return (await page.locator('.answer').innerText()).replace(/\s+/gu, ' ');
}

/** What axe finds against WCAG 2.2 AA and its own good practice: the rule, and the first element that breaks it. */
function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(`(() => { ${axe}; return axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html)) })()`);
}

describe('in a browser, the download page', () => {
  itWith(
    'chromium',
    'finds products by their words in every language, without capitals and accents',
    async () => {
      const page = await open();
      expect(await names(page)).toEqual(['Câble', 'Disk', 'Mail']);
      for (const [typed, found] of [
        ['CABLE', ['Câble']],
        ['boites lettres', ['Mail']],
        ['ml-rm', ['Mail']],
        ['nothing', []],
      ] as const) {
        await page.getByLabel('Search').fill(typed);
        expect(await names(page)).toEqual(found);
      }
      expect(await count(page)).toContain('Products: 0 of 3');
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await count(page)).toContain('Products: 3 of 3');
    },
  );

  itWith('chromium', 'filters by state, of the documents in the language that is asked for', async () => {
    const page = await open();
    const state = page.getByLabel('State');
    await state.selectOption('Draft');
    expect(await names(page)).toEqual(['Câble']);
    await state.selectOption('Released');
    expect(await names(page)).toEqual(['Disk', 'Mail']);
    await page.getByLabel('Documents in').selectOption('Français');
    await state.selectOption('Not available');
    expect(await names(page)).toEqual(['Câble']);
    await state.selectOption('Machine translation');
    expect(await names(page)).toEqual(['Disk', 'Mail']);
  });

  itWith(
    'chromium',
    'speaks another language without being loaded again, and says so to whoever listens',
    async () => {
      const page = await open();
      await page.evaluate('globalThis.stays = true');
      await page.getByLabel('This page in').focus();
      await page.getByLabel('This page in').selectOption('Français');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Annexes de responsabilité');
      expect(await names(page)).toEqual(['Câble', 'Disque', 'Courriel']);
      expect(await page.evaluate('[document.documentElement.lang, globalThis.stays]')).toEqual(['fr', true]);
      expect(await page.title()).toBe('Annexes de responsabilité · North');
      expect(await page.evaluate('document.activeElement.id')).toBe('page-language');
    },
  );

  itWith('chromium', 'begins in the language of its reader', async () => {
    const page = await open({ locale: 'fr-CH' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Annexes de responsabilité');
  });

  itWith('chromium', 'gives the bytes that were published', async () => {
    const page = await open();
    for (const [label, format] of [
      ['PDF: Mail, 2, English', 'pdf'],
      ['Excel: Mail, 2, English', 'xlsx'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: label }).click(),
      ]);
      const { path } = artifact('mail', '2', 'en', format);
      expect(readFileSync(await download.path())).toEqual(read(path));
      expect(download.suggestedFilename()).toBe(path.split('/').at(-1));
    }
  });

  itWith('chromium', 'shows an edition, its past and its checksums where an address names it', async () => {
    const page = await open({ at: '#mail/1/fr?page=en' });
    const row = page.locator('#row-mail');
    expect(await row.locator('.past').textContent()).toBe(
      'Superseded by edition 2, in effect from 1 September 2026',
    );
    expect(await row.locator('code').first().textContent()).toBe(artifact('mail', '1', 'fr').sha256);
    expect(await page.evaluate('document.activeElement.id')).toBe('product-mail');
    await row.getByLabel('Edition Mail').selectOption('2');
    await row.locator('.changes').waitFor();
    expect((await row.locator('.changes').innerText()).replace(/\s+/gu, ' ')).toBe(
      '1.2 Back up the mailboxes Responsible: Customer before, Provider now. Accountable: Customer before, Provider now. Informed: Provider before, Customer now. 1.3 Restore a mailbox within a day Wording. Before: Restore a mailbox 1.4 Filter spam New.',
    );
  });

  itWith('chromium', 'keeps in its address what is looked for', async () => {
    const page = await open();
    await page.getByLabel('Search').fill('mail & more');
    await page.getByLabel('Documents in').selectOption('Français');
    const again = await open({ at: new URL(page.url()).hash });
    expect(await again.getByLabel('Search').inputValue()).toBe('mail & more');
    expect(await again.getByLabel('Documents in').inputValue()).toBe('fr');
    expect(await again.getByRole('heading', { level: 1 }).textContent()).toBe('Responsibility annexes');
  });

  itWith(
    'chromium',
    'packs three products, each held against its checksum, as a folder that verifies',
    async () => {
      const page = await open();
      for (const name of ['Câble', 'Disk', 'Mail'])
        await page.getByRole('checkbox', { name: `Pack ${name}` }).check();
      await page.getByLabel('Excel', { exact: true }).check();
      const files = manifest.artifacts.filter(
        ({ product, edition, language, format }) =>
          language === 'en' && format !== 'html' && `${product}@${edition}` !== 'mail@1',
      );
      expect(await page.locator('.size').textContent()).toContain('Files: 6');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as ZIP' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('annexes-en.zip');
      const folder = unzip(readFileSync(await download.path()));
      expect(inspectOutput(folder).diagnostics).toEqual([]);
      const packed: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
      expect(packed.artifacts).toEqual(files);
      await page.getByText('Every file has its published checksum').waitFor();
    },
  );

  itWith('chromium', 'packs no file that is not the one that was published', async () => {
    const { path } = artifact('disk', '2026-05', 'en');
    altered.set(path, 'something else');
    const page = await open();
    await page.getByRole('checkbox', { name: 'Pack Disk' }).check();
    await page.getByRole('button', { name: 'Download as ZIP' }).click();
    await page.getByText(`${path} is not the file that was published. Nothing was downloaded.`).waitFor();
  });

  itWith('chromium', 'packs no more than a telephone can hold', async () => {
    const path = readdirSync(join(out, 'page')).find((name) => name.startsWith('catalogue-'))!;
    const { sha256, bytes } = artifact('disk', '2026-05', 'en');
    const large = read(`page/${path}`)!.toString().replace(`${bytes},"${sha256}"`, `151000000,"${sha256}"`);
    altered.set(`page/${path}`, large);
    const page = await open();
    await page.getByRole('checkbox', { name: 'Pack Disk' }).check();
    await page.getByText('A pack may hold 150 MB at most.').waitFor();
    expect(await page.getByRole('button', { name: 'Download as ZIP' }).count()).toBe(0);
  });

  itWith('chromium', 'keeps what is typed for a contract to itself, and writes the line for it', async () => {
    const page = await open();
    await page.getByRole('checkbox', { name: 'Pack Mail' }).check();
    await page.getByRole('checkbox', { name: 'Pack Câble' }).check();
    await page.getByLabel('Contract', { exact: true }).fill('C-1');
    await page.getByLabel('Customer').fill('Brandt, "Logistik" <b>');
    await page.getByLabel('Date of the contract').fill('2026-11-21');
    expect(await page.locator('#contract-line').textContent()).toBe(
      'C-1,"Brandt, ""Logistik"" <b>",en,cable mail@2,2026-11-21',
    );
    const kept = '[location.href, document.cookie, JSON.stringify({ ...localStorage, ...sessionStorage })]';
    expect((await page.evaluate<string[]>(kept)).join()).not.toContain('Brandt');
  });

  itWith('chromium', 'knows a genuine file by its bytes, whatever it is called', async () => {
    const page = await open();
    const answer = await check(page, 'renamed.pdf', read(artifact('mail', '2', 'fr').path)!);
    expect(answer).toContain('Genuine');
    expect(answer).toContain('Mail, Edition 2, Français, PDF');
    expect(answer).toContain('It is the newest edition that this page lists.');
  });

  itWith(
    'chromium',
    'tells of a superseded file what came after it, and which duties changed since',
    async () => {
      const page = await open();
      const answer = await check(page, 'x.pdf', read(artifact('mail', '1', 'en').path)!);
      expect(answer).toContain('Genuine');
      expect(answer).toContain('Superseded by edition 2, in effect from 1 September 2026.');
      expect(answer).toContain('1.2 Back up the mailboxes Responsible: Customer before, Provider now.');
      await page.locator('.answer a').click();
      expect(await page.locator('#row-mail select').inputValue()).toBe('0');
    },
  );

  itWith('chromium', 'says of a draft that it is one', async () => {
    const page = await open();
    expect(await check(page, 'x.pdf', read(artifact('cable', '1', 'en').path)!)).toContain(
      'This edition has not been released.',
    );
  });

  itWith('chromium', 'calls an altered file not genuine, and says why it may be', async () => {
    const page = await open();
    const { path } = artifact('mail', '1', 'fr');
    const altered = new Uint8Array([...read(path)!, 10]);
    const namesake = await check(page, 'north-mail-responsibility-matrix-edition-1-fr (2).pdf', altered);
    expect(namesake).toContain('Not genuine: its bytes are not those that were published.');
    expect(namesake).toContain('A file of this name was published.');
    const renamed = await check(page, 'contract.pdf', altered);
    expect(renamed).toContain('It says that it is a published annex.');
    expect(renamed).toContain('Mail, Edition 1, Français, PDF');
    expect(await check(page, 'contract.pdf', new Uint8Array([1, 2, 3]))).toContain(
      'no such file was published here',
    );
  });

  itWith('chromium', 'knows what was published by an earlier delivery, where that is listed', async () => {
    const bytes = new TextEncoder().encode('published before');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const earlier = {
      sha256,
      path: 'x',
      product: 'mail',
      edition: '0',
      language: 'fr',
      format: 'pdf',
      state: 'built',
    };
    altered.set('earlier.json', JSON.stringify({ format: 1, files: [earlier] }));
    const answer = await check(await open(), 'x.pdf', bytes);
    expect(answer).toContain('Genuine, and no longer listed');
    expect(answer).toContain('Mail, Edition 0, Français, PDF');
  });

  itWith('chromium', 'shows the web page of an annex over itself, and Escape closes it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Preview: Mail' }).click();
    await page.frameLocator('iframe').getByText('Filter spam').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Preview');
  });

  itWith('chromium', 'is used by keyboard alone', async () => {
    const page = await open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const reach = async (id: string) => {
      for (let pressed = 0; pressed < 80; pressed++) {
        if ((await page.evaluate('document.activeElement.id')) === id) return;
        await press('Tab');
      }
      expect.unreachable(`Tab does not reach ${id}`);
    };
    await press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the products');
    await press('Enter', 'Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('product-cable');
    await reach('language-mail-fr');
    await press('Enter');
    expect(await page.getByLabel('Documents in').inputValue()).toBe('fr');
    expect(await page.evaluate('document.activeElement.id')).toBe('language-mail-fr');
    await reach('pack-mail');
    await press('Space');
    await reach('details-mail');
    await press('Enter');
    await page.locator('#row-mail .changes').waitFor();
    await reach('pack-go');
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    expect(download.suggestedFilename()).toBe('annexes-fr.zip');
  });

  itWith('chromium', 'works from a folder, and says what it needs a server for', async () => {
    const page = await open({ site: `${pathToFileURL(out)}/index.html`, at: '#mail/2/en' });
    await page.locator('#row-mail .changes').waitFor();
    expect(
      await page.evaluate('document.fonts.ready.then(() => document.fonts.check("16px \\"annex body\\""))'),
    ).toBe(true);
    await page.getByRole('checkbox', { name: 'Pack Mail' }).check();
    await page.getByText('This page was opened as a file.').waitFor();
    expect(await check(page, 'x.pdf', read(artifact('mail', '1', 'en').path)!)).toContain('Genuine');
    await page.getByRole('button', { name: 'Preview: Mail' }).click();
    await page.frameLocator('iframe').getByText('Filter spam').first().waitFor();
  });

  itWith(
    'chromium',
    'says why it can compute no checksums where the page may have been changed',
    async () => {
      const page = await open({ site: site.replace('localhost', 'annex.example') });
      await page.getByRole('checkbox', { name: 'Pack Mail' }).check();
      expect(await page.getByText('Browsers compute checksums only').count()).toBe(2);
    },
  );

  itWith('chromium', 'is a table of all files where no scripts run', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.waitForURL(`${site}page/list.html`);
    const links = await page
      .locator('td a')
      .evaluateAll((all) => all.map((a) => (a as { href?: string }).href));
    const paths = links.map((link) => link!.slice(site.length));
    expect(paths.sort()).toEqual(manifest.artifacts.map(({ path }) => path).sort());
  });

  for (const [colorScheme, viewport] of [
    ['light', desktop],
    ['dark', desktop],
    ['light', telephone],
    ['dark', telephone],
    ['light', { width: 1920, height: 1080 }],
    ['light', { width: 900, height: 900 }],
  ] as const) {
    itWith('chromium', `breaks no rule of WCAG 2.2 AA: ${colorScheme}, ${viewport.width} wide`, async () => {
      const page = await open({ colorScheme, viewport, at: '#mail/2/fr?page=fr' });
      await page.locator('#row-mail .changes').waitFor();
      await page.locator('#pack-mail').check();
      await page.locator('.tray details').evaluate((details) => details.setAttribute('open', ''));
      await check(page, 'x.pdf', read(artifact('mail', '1', 'en').path)!);
      expect(await violations(page)).toEqual([]);
      await check(page, 'x.pdf', new Uint8Array([1]));
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });
  }

  itWith('chromium', 'breaks no rule of WCAG 2.2 AA without scripts', async () => {
    const page = await open({ at: 'page/list.html' });
    expect(await violations(page)).toEqual([]);
  });

  itWith('chromium', 'gives documents in a language that it does not speak any more', async () => {
    const path = readdirSync(join(out, 'page')).find((name) => name.startsWith('catalogue-'))!;
    const told = JSON.parse(read(`page/${path}`)!.toString().slice('globalThis.annexes = '.length, -2));
    delete told.words.fr;
    altered.set(`page/${path}`, `globalThis.annexes = ${JSON.stringify(told)};`);
    const page = await open({ locale: 'fr-FR', at: '#mail/2/fr' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Responsibility annexes');
    expect(await page.getByLabel('Documents in').locator('option:checked').textContent()).toBe('French');
    expect(await page.getByRole('link', { name: 'PDF: Mail, 2, French' }).count()).toBe(1);
  });

  itWith('chromium', 'shows hostile text as it was typed, and runs none of it', async () => {
    const hostile = `</script><img src="//elsewhere.example/x" onerror="document.title='x'">&amp;{count}`;
    const before = out;
    put(workspace, {
      'data/products/cable/product.yaml': `name: ${JSON.stringify(hostile)}\nedition: '1'\nupdated: 2026-06-02\nlanguages: [en]\n`,
    });
    out = join(workspace, 'hostile');
    try {
      await buildWorkspace({ workspace, out });
      const page = await open();
      expect((await names(page))[0]).toBe(hostile);
      expect(await page.title()).toBe('Responsibility annexes · North');
      await page.goto(`${site}page/list.html`);
      expect(await page.locator('h2').first().textContent()).toBe(hostile);
    } finally {
      out = before;
    }
  });

  itWith('chromium', 'prints what is listed, and none of its controls', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.controls', '.tray', '.files', '.check', '#links'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await names(page)).toEqual(['Câble', 'Disk', 'Mail']);
  });
});

/** Unpacks an archive into a folder of its own. */
function unzip(archive: Uint8Array): string {
  const folder = mkdtempSync(join(workspace, 'pack-'));
  for (const [path, bytes] of unpackZip(archive)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  expect(readdirSync(folder).length).toBeGreaterThan(2);
  return folder;
}
