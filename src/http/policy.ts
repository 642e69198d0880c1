import type { Context } from 'hono';

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
