import { createHash } from 'node:crypto';
import type { Edition, EditionContent } from './edition.ts';
import { Gap } from './gap.ts';

/**
 * The digest of what an edition says: SHA-256 over the UTF-8 of its canonical JSON (RFC 8785), without the members
 * that speak of the file and not of the product. So two editions that say the same have the same digest, whichever
 * version of the program wrote them and whether or not they are released.
 */
export function digestOf(edition: Edition | EditionContent): string {
  const { about, program, digest, draft, excerpt, ...content } = edition as Edition;
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}

/**
 * JSON as RFC 8785 writes it: no white space, members sorted by the UTF-16 code units of their names. Members that
 * are undefined are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Gap) return value.mark();
  let members = '';
  if (Array.isArray(value)) {
    for (const item of value) members += `${members === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${members}]`;
  }
  for (const name of sorted(Object.keys(value))) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${quote(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** A text as JSON writes it: most have nothing in them to escape. */
export function quote(text: string): string {
  return /["\\\u0000-\u001f\ud800-\udfff]/.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** A handful of names, mostly in order: putting each in its place makes no list of its own, as sorting would. */
function sorted(names: string[]): string[] {
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!;
    let place = i;
    for (; place > 0 && names[place - 1]! > name; place--) names[place] = names[place - 1]!;
    names[place] = name;
  }
  return names;
}
