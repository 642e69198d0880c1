import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { guard } from '../http/guard.ts';
import { pagePolicy, shownPolicy } from '../http/policy.ts';
import { assetAt } from './assets.ts';
import type { PreviewSource, Shown } from './source.ts';
import { type Form, forms } from './told.ts';

/**
 * The server of a preview: its page, what happens (as server-sent events), and the documents. It only ever reads.
 *
 *     GET /                                the page; its files under /page/
 *     GET /events                          an event `told` now and after every change
 *     GET /made/<product>/<language>.<form>
 *
 * @param onBug called with what was thrown while something was made: the page says so, and the preview goes on
 */
export function createPreview(source: PreviewSource, onBug: (thrown: unknown) => void): Hono {
  const app = new Hono();
  app.onError((thrown, context) => {
    onBug(thrown);
    return context.text(`A bug in this program: ${thrown.message}`, 500);
  });
  app.use(guard({ who: 'This preview' }));
  app.get('/', (context) => sendAsset(context, 'page.html'));
  app.get('/page/:name', (context) => sendAsset(context, context.req.param('name')));
  app.get('/events', (context) => sendEvents(context, source));
  app.get('/made/:product/:file', (context) => sendMade(context, source));
  app.notFound((context) => context.text('There is nothing here.', 404));
  return app;
}

function sendAsset(context: Context, name: string): Response {
  const asset = assetAt(name);
  if (asset === undefined) return context.text('There is nothing here.', 404);
  pagePolicy(context);
  context.header('Content-Type', asset.mediaType);
  context.header('Cache-Control', 'no-cache');
  return context.body(new Uint8Array(readFileSync(asset.path)));
}

/** Tells what is, then what becomes of it, for as long as the page listens. */
function sendEvents(context: Context, source: PreviewSource): Response {
  // A proxy or a browser that keeps events back would make the preview seem to sleep.
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const tell = () => stream.writeSSE({ event: 'told', data: JSON.stringify(source.told()) });
    const left = new Promise<void>((resolve) => stream.onAbort(resolve));
    const stop = source.listen(() => void tell());
    await tell();
    await left;
    stop();
  });
}

async function sendMade(context: Context, source: PreviewSource): Promise<Response> {
  const [, language, ending] = /^([\w-]+)\.(\w+)$/.exec(context.req.param('file') ?? '') ?? [];
  const form = forms.find((known) => known === ending);
  const product = context.req.param('product') ?? '';
  if (language === undefined || form === undefined) return context.text('There is nothing here.', 404);
  const shown = await source.show({ product, language, form });
  if (shown === undefined) return context.text('This cannot be made: see the findings.', 404);
  return sendShown(context, shown, form);
}

function sendShown(context: Context, { made, kept }: Shown, form: Form): Response {
  const tag = `"${made.digest}"`;
  shownPolicy(context);
  context.header('ETag', tag);
  context.header('Cache-Control', 'no-cache');
  context.header('Annex-State', kept ? 'kept' : 'current');
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304);
  context.header('Content-Type', made.mediaType);
  const how = form === 'xlsx' ? 'attachment' : 'inline';
  context.header('Content-Disposition', `${how}; filename="${made.name}"`);
  return context.body(new Uint8Array(made.bytes));
}
