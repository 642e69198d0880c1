import { describe, expect, it, vi } from 'vitest';
import { createPreview } from './server.ts';
import type { PreviewSource, Shown, Wanted } from './source.ts';
import type { Told } from './told.ts';

const told: Told = { revision: 0, workspace: '.', products: [], findings: [], summary: 'no findings' };
const made = {
  bytes: new Uint8Array([37, 80]),
  mediaType: 'application/pdf',
  digest: 'abc',
  name: 'mail-en.pdf',
};

/** A source that has one document, and says what it was asked for. */
function sourceOf(kept = false): PreviewSource & {
  readonly asked: Wanted[];
  readonly change: (news: Told) => void;
  readonly listeners: Set<() => void>;
} {
  const asked: Wanted[] = [];
  const listeners = new Set<() => void>();
  let news = told;
  return {
    asked,
    listeners,
    told: () => news,
    async show(wanted): Promise<Shown | undefined> {
      asked.push(wanted);
      return wanted.product === 'mail' ? { made, kept } : undefined;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(next) {
      news = next;
      for (const listener of listeners) listener();
    },
  };
}

const bugs: unknown[] = [];
const home = 'http://localhost:4173';
const get = (path: string, headers: Record<string, string> = {}, source = sourceOf(), method = 'GET') =>
  createPreview(source, (thrown) => bugs.push(thrown)).request(`${home}${path}`, {
    method,
    headers: { Host: 'localhost:4173', ...headers },
  });

describe('the server of a preview', () => {
  it('hands out a document with its media type, its name and what it stands for', async () => {
    const source = sourceOf();
    const answer = await get('/made/mail/pt-BR.pdf', {}, source);
    expect(source.asked).toEqual([{ product: 'mail', language: 'pt-BR', form: 'pdf' }]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(made.bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="mail-en.pdf"',
      'annex-state': 'current',
      etag: '"abc"',
    });
  });

  it('sends nothing again that the page has', async () => {
    const answer = await get('/made/mail/en.pdf', { 'If-None-Match': '"abc"' });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  });

  it('says of a document that it is of an earlier state', async () => {
    expect((await get('/made/mail/en.pdf', {}, sourceOf(true))).headers.get('annex-state')).toBe('kept');
  });

  it.each([
    '/made/other/en.pdf',
    '/made/mail/en.exe',
    '/made/mail/en',
    '/made/mail/../en.pdf',
    '/page/secret.js',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each(['../../../package.json', '..%2f..%2f..%2fpackage.json', '%2e%2e%2fserver.js', 'page.html%00.js'])(
    'leaves its folder for nobody: /page/%s',
    async (path) => {
      expect((await get(`/page/${path}`)).status).toBe(404);
    },
  );

  it('says that it met a bug, to its page and to who started it', async () => {
    const bug = new Error('Nobody thought of this.');
    const answer = await get('/made/mail/en.pdf', {}, { ...sourceOf(), show: () => Promise.reject(bug) });
    expect([answer.status, await answer.text()]).toEqual([
      500,
      'A bug in this program: Nobody thought of this.',
    ]);
    expect(bugs).toEqual([bug]);
  });

  it('tells what is, and then every change, until its page leaves', async () => {
    const source = sourceOf();
    const reader = (await get('/events', {}, source)).body!.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader.read();
    source.change({ ...told, revision: 1 });
    const second = await reader.read();
    await reader.cancel();
    await vi.waitFor(() => expect(source.listeners.size).toBe(0));
    expect(
      [first.value, second.value].map((text) => JSON.parse(/^data: (.*)$/m.exec(text!)![1]!).revision),
    ).toEqual([0, 1]);
  });
});

describe('a preview is for this machine and for reading', () => {
  it.each(['localhost:4173', '127.0.0.1:4173', '[::1]:4173', 'localhost'])('answers to %s', async (host) => {
    expect((await get('/', { Host: host })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4173', '192.168.1.2:4173', ''])(
    'does not answer to a name that leads here from elsewhere: %j',
    async (host) => {
      expect((await get('/made/mail/en.pdf', { Host: host })).status).toBe(403);
    },
  );

  it('does not answer to what another page asks behind its reader’s back', async () => {
    const foreign = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await get('/made/mail/en.pdf', foreign)).status).toBe(403);
    expect((await get('/', { ...foreign, 'Sec-Fetch-Mode': 'navigate' })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('cannot be written to: %s', async (method) => {
    expect((await get('/made/mail/en.pdf', {}, sourceOf(), method)).status).toBe(405);
  });

  it.each(['/', '/made/mail/en.html', '/events', '/nothing'])(
    'is framed by nobody and guessed at by nobody: %s',
    async (path) => {
      const { headers, body } = await get(path);
      await body?.cancel();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  it('lets its page run its own scripts alone, and a document none', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy')!;
    expect(await policyOf('/')).toContain("default-src 'none'; script-src 'self';");
    expect(await policyOf('/')).not.toContain('unsafe');
    expect(await policyOf('/made/mail/en.html')).not.toContain('script-src');
    expect(await policyOf('/made/mail/en.html')).toMatch(/^default-src 'none'.*sandbox/);
  });
});
