import { quote } from './digest.ts';
import type { Edition } from './edition.ts';
import { Gap } from './gap.ts';

/**
 * The edition as JSON for people and for version control: what holds no list and no further object stands on one
 * line, so that a text in a language, or the codes of a party, is one line of a comparison. The same edition gives
 * the same text; members keep the order of edition.ts.
 */
export function writeEdition(edition: Edition): string {
  return `${printJson(edition)}\n`;
}

/** Any value as such JSON, without a line break at the end. What is added to one text leaves less behind than lists of lines. */
export function printJson(value: unknown, indent = ''): string {
  if (value instanceof Gap) return value.mark(indent);
  if (isFlat(value)) return printFlat(value);
  const inner = `${indent}  `;
  let lines = '';
  if (Array.isArray(value)) {
    for (const item of value) lines += `${lines && ',\n'}${inner}${printJson(item, inner)}`;
    return `[\n${lines}\n${indent}]`;
  }
  for (const name in value as object) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) lines += `${lines && ',\n'}${inner}${quote(name)}: ${printJson(member, inner)}`;
  }
  return `{\n${lines}\n${indent}}`;
}

function printFlat(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let members = '';
  if (Array.isArray(value)) {
    for (const item of value) members += `${members && ', '}${printFlat(item)}`;
    return `[${members}]`;
  }
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) members += `${members && ', '}${quote(name)}: ${printFlat(member)}`;
  }
  return members === '' ? '{}' : `{ ${members} }`;
}

function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (typeof (value as Record<string, unknown>)[name] === 'object') return false;
  return true;
}
