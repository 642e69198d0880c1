import { rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../http/listen.ts';
import { sha256 } from '../publish/output-folder.ts';
import { deliver } from '../publish/place/deliver.ts';
import { buildInto, newFolder, pathOf } from '../publish/place/fixture.ts';
import { createServer } from './server.ts';
import { Shelf } from './shelf.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

const bugs: unknown[] = [];
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  expect(bugs).toEqual([]);
});

/** A server of a folder, listening; gives what asks it over a socket of its own, with the path as it is written. */
async function serve(root: string) {
  const app = createServer(
    new Shelf(root),
    (name) => name === 'localhost' || name === 'annexes.example',
    (thrown) => bugs.push(thrown),
  );
  const { address, close } = await listen(app, 0);
  closing.push(close, () => rmSync(root, { recursive: true, force: true }));
  const { port } = new URL(address);
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const asked = { host: '127.0.0.1', port, path, method, headers: { Host: 'localhost', ...headers } };
      request({ ...asked, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      })
        .on('error', reject)
        .end();
    });
}

const mail = `/${pathOf('mail')}`;
const says = { mail: '0123456789', 'web-draft': 'a draft' };
const tag = `"${sha256(new TextEncoder().encode(says.mail))}"`;

let out: string;
let get: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  out = newFolder('serve');
  buildInto(out, says);
  get = await serve(out);
});

describe('the server of what is published', () => {
  it('allows the page its own files alone, wherever it lies', async () => {
    for (const path of ['/', '/page/list.html'])
      expect((await get(path)).headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'; (?!.*unsafe)/,
      );
  });

  it('gives the page at its root', async () => {
    const { status, headers, text } = await get('/');
    expect([status, text]).toEqual([200, `${pathOf('mail')}\n${pathOf('web-draft')}\n`]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('tells the page that nothing was there before', async () => {
    const { status, text } = await get('/earlier.json');
    expect([status, JSON.parse(text)]).toEqual([200, { format: 1, files: [] }]);
  });

  it('gives a document with its type, its length and its SHA-256 as its tag', async () => {
    const { status, headers, text } = await get(mail);
    expect([status, text]).toEqual([200, says.mail]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '10',
      'accept-ranges': 'bytes',
      etag: tag,
    });
  });

  it.each([
    ['/manifest.json', 'application/json'],
    ['/SHA256SUMS', 'text/plain; charset=utf-8'],
    ['/page/style.css', 'text/css; charset=utf-8'],
  ])('gives %s as %s, to be asked for each time', async (path, type) => {
    expect((await get(path)).headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-cache' });
  });

  it('says of a file what it would send, and sends nothing', async () => {
    const { status, headers, text } = await get(mail, {}, 'HEAD');
    expect([status, headers['content-length'], headers.etag, text]).toEqual([200, '10', tag, '']);
  });

  it.each([tag, `W/${tag}`, `"other", ${tag}`, '*'])('sends nothing that a reader has: %s', async (known) => {
    const { status, headers, text } = await get(mail, { 'If-None-Match': known });
    expect([status, headers.etag, text]).toEqual([304, tag, '']);
  });

  it('sends what a reader has in another state', async () => {
    expect((await get(mail, { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

describe('a part of a file', () => {
  it.each([
    ['bytes=2-5', '2345', 'bytes 2-5/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
  ])('is sent for %s', async (range, part, named) => {
    const { status, headers, text } = await get(mail, { Range: range });
    expect([status, text, headers['content-range'], headers['content-length']]).toEqual([
      206,
      part,
      named,
      String(part.length),
    ]);
  });

  it('that is not there is refused, with the size of the file', async () => {
    const { status, headers, text } = await get(mail, { Range: 'bytes=10-' });
    expect([status, headers['content-range'], text]).toEqual([416, 'bytes */10', '']);
  });

  it('is sent only of the file that the reader has begun', async () => {
    expect((await get(mail, { Range: 'bytes=2-5', 'If-Range': tag })).status).toBe(206);
    expect((await get(mail, { Range: 'bytes=2-5', 'If-Range': '"other"' })).text).toBe(says.mail);
    expect((await get(mail, { Range: 'bytes=2-5', 'If-Range': `W/${tag}` })).status).toBe(200);
  });

  it('is nothing that HEAD asks for', async () => {
    const { status, headers } = await get(mail, { Range: 'bytes=2-5' }, 'HEAD');
    expect([status, headers['content-length']]).toEqual([200, '10']);
  });
});

describe('what nobody is given', () => {
  it.each([
    '/.annex/build.json',
    '/.gitkeep',
    '/packs/manifest.json',
    '/packs/customer.pdf',
    '/notes.txt',
    '/mail/',
    '/mail/1',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/mail/..%2f..%2f..%2fetc/passwd',
    '//etc/passwd',
    '/manifest.json%00.pdf',
  ])('%s', async (path) => {
    for (const hidden of ['.gitkeep', 'notes.txt']) writeFileSync(join(out, hidden), 'hidden');
    expect((await get(path)).status).toBe(404);
  });

  it.each(['/%e0%a4%a', '/mail/1/..\\..\\manifest.json'])('an address that is none: %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it('a file that is not the one that was published', async () => {
    const path = join(out, pathOf('web-draft'));
    writeFileSync(path, 'A draft');
    const { status, headers } = await get(`/${pathOf('web-draft')}`);
    writeFileSync(path, says['web-draft']);
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '1', undefined]);
    expect((await get(`/${pathOf('web-draft')}`)).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'who wants more than to read: %s',
    async (method) => {
      const { status, headers } = await get(mail, {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    },
  );

  it.each(['evil.example', '192.168.1.2', 'annexes.example.evil'])('who was led here by %s', async (Host) => {
    expect((await get('/', { Host })).status).toBe(403);
    expect((await get('/', { Host: 'annexes.example:4180' })).status).toBe(200);
  });

  it('what another page asks for behind its reader’s back', async () => {
    expect((await get(mail, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(
      403,
    );
    expect((await get(mail, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).status).toBe(
      200,
    );
  });
});

describe('a folder that changes while it is served', () => {
  it('shows a page that is built later, and what each further build makes', async () => {
    const root = newFolder('later');
    const ask = await serve(root);
    expect(await ask('/')).toMatchObject({ status: 404, text: 'There is no page here yet: annex build.' });
    buildInto(root, says);
    expect((await ask('/')).status).toBe(200);
    buildInto(root, { ...says, chat: 'chat' });
    expect((await ask(`/${pathOf('chat')}`)).text).toBe('chat');
    buildInto(root, says);
    expect((await ask(`/${pathOf('chat')}`)).status).toBe(404);
  });

  it('tells caches to keep a released document only where annex publish holds it', async () => {
    const target = newFolder('place');
    const ask = await serve(target);
    const cached = async (path: string) => (await ask(path)).headers['cache-control'];
    deliver(out, target, {});
    expect(await cached(mail)).toContain('immutable');
    for (const path of ['/', '/latest.json', '/earlier.json', `/${pathOf('web-draft')}`])
      expect([path, await cached(path)]).toEqual([path, 'no-cache']);
    expect((await get(mail)).headers['cache-control']).toBe('no-cache');
    const forced = newFolder('forced');
    buildInto(forced, { ...says, mail: 'other' });
    deliver(forced, target, { force: true });
    rmSync(forced, { recursive: true });
    expect([(await ask(mail)).text, await cached(mail)]).toEqual(['other', 'no-cache']);
  });

  it('goes on giving what a page named that somebody opened before the last switch', async () => {
    const target = newFolder('before');
    const ask = await serve(target);
    const next = newFolder('next');
    buildInto(next, { mail: says.mail });
    for (const output of [out, next]) deliver(output, target, {});
    rmSync(next, { recursive: true });
    expect((await ask(`/${pathOf('web-draft')}`)).text).toBe(says['web-draft']);
    expect((await ask('/')).text).toBe(`${pathOf('mail')}\n`);
  });

  it('gives the delivery that latest.json names while the next is being written', async () => {
    const target = newFolder('half');
    const ask = await serve(target);
    const next = newFolder('next');
    buildInto(next, { ...says, 'web-draft': 'another draft' });
    deliver(out, target, {});
    const latest = (await ask('/latest.json')).text;
    deliver(next, target, {});
    writeFileSync(join(target, 'latest.json'), latest);
    rmSync(next, { recursive: true });
    expect((await ask(`/${pathOf('web-draft')}`)).text).toBe(says['web-draft']);
    expect((await ask('/manifest.json')).text).toBe((await get('/manifest.json')).text);
  });
});
