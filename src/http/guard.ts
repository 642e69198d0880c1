import type { MiddlewareHandler } from 'hono';
import { isThisMachine, nameIn } from './names.ts';

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Whom a server lets in. */
export type Entry = {
  /** How it speaks of itself to who is not let in: `This preview`. */
  readonly who: string;
  /** Whether it goes by this name (small, without a port). This machine's own names alone where it is left out. */
  readonly goesBy?: (name: string) => boolean;
};

/**
 * Lets in who asks for a server by its own name, and only to read. A page from elsewhere whose name was made to lead
 * here (DNS rebinding) asks for its own name, and a page that links or frames from elsewhere says so itself.
 */
export function guard({ who, goesBy = isThisMachine }: Entry): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    for (const [name, value] of Object.entries(everywhere)) context.header(name, value);
    const asked = nameIn(req.header('Host') ?? '');
    if (asked === undefined || !goesBy(asked)) return context.text(`${who} does not go by that name.`, 403);
    if (isForeign(req.header('Sec-Fetch-Site'), req.header('Sec-Fetch-Mode')))
      return context.text(`${who} answers to its own page alone.`, 403);
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return context.text(`${who} can only be read.`, 405, { Allow: 'GET, HEAD' });
    await next();
    return undefined;
  };
}

/** A link that somebody followed here is welcome; what another page asks for behind its reader's back is not. */
function isForeign(site: string | undefined, mode: string | undefined): boolean {
  return (site === 'cross-site' || site === 'same-site') && mode !== 'navigate';
}
