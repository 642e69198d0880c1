import type { Context, MiddlewareHandler } from 'hono';

/** The names under which a browser on this machine reaches a server on this machine. */
const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Lets in who asks for this machine by its own name, and only to read. A page from elsewhere whose name was made to lead
 * here (DNS rebinding) asks for its own name, and a page that links or frames from elsewhere says so itself.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  if (!local.test(req.header('Host') ?? ''))
    return context.text('This preview answers to localhost alone.', 403);
  if (isForeign(req.header('Sec-Fetch-Site'), req.header('Sec-Fetch-Mode')))
    return context.text('This preview answers to its own page alone.', 403);
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return context.text('This preview can only be read.', 405);
  await next();
  for (const [name, value] of Object.entries(everywhere)) context.header(name, value);
  return undefined;
};

/** A link that somebody followed here is welcome; what another page asks for behind its reader's back is not. */
function isForeign(site: string | undefined, mode: string | undefined): boolean {
  return (site === 'cross-site' || site === 'same-site') && mode !== 'navigate';
}

/** The page runs its own scripts and shows its own files; nothing else, and nothing from elsewhere. */
export function pagePolicy(context: Context): void {
  setPolicy(context, [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
  ]);
}

/** A document runs nothing and asks for nothing; an annex narrows its styles by its own policy. */
export function shownPolicy(context: Context): void {
  setPolicy(context, [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'sandbox allow-same-origin',
  ]);
}

function setPolicy(context: Context, own: readonly string[]): void {
  const always = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"];
  context.header('Content-Security-Policy', [...own, ...always].join('; '));
}
