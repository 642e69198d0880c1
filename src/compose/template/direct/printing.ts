import { NotDirect } from './run.ts';

/**
 * A value as it is printed. Characters that XML cannot hold, and carriage returns, are left to the way through markup,
 * which replaces them.
 */
export function printed(value: unknown): string {
  if (typeof value === 'string') return isWhole(value) ? value : refuse();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined || value === null ? '' : refuse();
}

function isWhole(text: string): boolean {
  // Looked for first without regard to pairs of surrogates, which takes half as long.
  if (!/[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return true;
  return !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);
}

function refuse(): never {
  throw new NotDirect();
}

/** A text as it stands in a tag. */
export function escapeInTag(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign]!) : text;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
