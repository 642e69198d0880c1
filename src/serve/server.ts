import { type Context, Hono } from 'hono';
import { type Entry, guard } from '../http/guard.ts';
import { pagePolicy, shownPolicy } from '../http/policy.ts';
import { mediaTypeOf } from './media-types.ts';
import { readRange } from './range.ts';
import type { Found, Shelf } from './shelf.ts';

/** A year, which is as long as a cache may keep anything (RFC 9111 names no end; browsers do). */
const lasting = 'public, max-age=31536000, immutable';

/** What people open: the page, and its list for whom scripts are none. An annex lies deeper. */
const ofPage = /^(?:index|page\/[\w-]+)\.html$/;

/**
 * The server of what is published: the page at `/`, and every file that the manifest names. It only ever reads.
 *
 * @param onBug called with what was thrown while a file was read: who asked is told, and the server goes on
 */
export function createServer(
  shelf: Pick<Shelf, 'find'>,
  goesBy: NonNullable<Entry['goesBy']>,
  onBug: (thrown: unknown) => void,
): Hono {
  const app = new Hono();
  app.onError((thrown, context) => {
    onBug(thrown);
    return context.text('A bug in this program.', 500);
  });
  app.use(guard({ who: 'This server', goesBy }));
  app.get('*', (context) => answer(context, shelf));
  return app;
}

function answer(context: Context, shelf: Pick<Shelf, 'find'>): Response {
  const path = pathOf(context);
  if (path === undefined) return context.text('This is no address.', 400);
  const found = shelf.find(path);
  if (found === 'altered')
    return context.text('This file is not the one that was published. Is it being built?', 503, {
      'Retry-After': '1',
    });
  if (found !== undefined) return send(context, path, found);
  const isPage = path === 'index.html';
  return context.text(isPage ? 'There is no page here yet: annex build.' : 'There is nothing here.', 404);
}

/** The path that is asked for; undefined where it is not written as one. */
function pathOf({ req }: Context): string | undefined {
  try {
    const path = decodeURIComponent(new URL(req.url).pathname).slice(1);
    return path === '' ? 'index.html' : path;
  } catch {
    return undefined;
  }
}

function send(context: Context, path: string, { bytes, digest, isLasting }: Found): Response {
  const tag = `"${digest}"`;
  context.header('ETag', tag);
  context.header('Cache-Control', isLasting ? lasting : 'no-cache');
  if (isKnown(context.req.header('If-None-Match'), tag)) return context.body(null, 304);
  if (ofPage.test(path)) pagePolicy(context);
  else if (path.endsWith('.html')) shownPolicy(context);
  context.header('Content-Type', mediaTypeOf(path));
  context.header('Accept-Ranges', 'bytes');
  const range = readRange(rangeAsked(context, tag), bytes.length);
  if (range === 'unsatisfiable') {
    context.header('Content-Range', `bytes */${bytes.length}`);
    return context.body(null, 416);
  }
  const { first, last } = range ?? { first: 0, last: bytes.length - 1 };
  if (range !== undefined) context.header('Content-Range', `bytes ${first}-${last}/${bytes.length}`);
  context.header('Content-Length', String(last + 1 - first));
  return context.body(new Uint8Array(bytes.subarray(first, last + 1)), range === undefined ? 200 : 206);
}

/** A part is asked for by GET alone, and only of the file that the reader has begun to read (`If-Range`). */
function rangeAsked({ req }: Context, tag: string): string | undefined {
  const begun = req.header('If-Range');
  return req.method === 'GET' && (begun === undefined || begun === tag) ? req.header('Range') : undefined;
}

/** Whether a reader has these bytes already; a weak tag of a cache on the way names the same bytes. */
function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((given) => given.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
